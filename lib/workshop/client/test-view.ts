import type { LearnerView } from "../contract";

/** For specs: a learner's view of a room with two lessons in which nothing has happened yet. */
export function learnerView(change: Partial<LearnerView> = {}): LearnerView {
	const check = (id: string) => ({ id, title: `Check ${id}` });
	return {
		role: "learner",
		room: {
			code: "ACDEFG",
			title: "Forms",
			agenda: [
				{ lesson: "basics/first", title: "First", minutes: 10, checks: [check("stores"), check("shows")] },
				{ lesson: "basics/second", title: "Second", minutes: 10, checks: [] },
			],
			createdAt: 1,
			phase: "open",
			locked: false,
		},
		announcements: {},
		gated: {},
		released: {},
		me: {
			id: "learner-1",
			name: "Ada",
			joinedAt: 1,
			following: true,
			opened: {},
			consent: { approach: {} },
			askedForApproach: {},
			onShow: {},
		},
		viewedBy: {},
		approaches: {},
		asked: [],
		...change,
	};
}
