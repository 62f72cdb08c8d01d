import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { fakePlayground, lesson as fixture, result } from "@/tests/fixtures/playground/fake-playground";
import type { LearnerView, RoomFact } from "../contract";
import type { LearnerRoom, LearnerRoomState } from "./learner-room";
import { type ObservedLesson, observeLesson, type ProgressNote } from "./observe-lesson";
import { learnerView } from "./test-view";

const lesson = "basics/first";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const hashOf = (edits: object) => `h${Buffer.from(JSON.stringify(edits)).toString("hex").slice(-60)}`;

function observe(view: LearnerView | null = learnerView(), slug = lesson) {
	const life = new AbortController();
	const facts: RoomFact[] = [];
	const store = createStore<Pick<LearnerRoomState, "view">>(() => ({ view }));
	const room = { store, say: (...said: RoomFact[]) => facts.push(...said) } as unknown as LearnerRoom;
	const fake = fakePlayground();
	const workspace = createStore(() => ({ hydrated: true, edits: {} as Record<string, string | null> }));
	let note!: (notes: readonly ProgressNote[]) => void;
	observeLesson({
		room,
		playground: {
			...fake.playground,
			lesson: { ...fixture, slug },
			workspace: { store: workspace, sourceHash: () => hashOf(workspace.getState().edits) },
		} as unknown as ObservedLesson["playground"],
		watchProgress: (listener) => {
			note = listener;
		},
		signal: life.signal,
	});
	return {
		...fake,
		life,
		note: (...notes: ProgressNote[]) => note(notes),
		setView: (next: LearnerView) => store.setState({ view: next }),
		edit: (path: string, text = "x") =>
			workspace.setState(({ edits }) => ({ edits: { ...edits, [path]: text } })),
		/** What was said since the last time. */
		said: () => facts.splice(0),
	};
}

const withConsent = learnerView({ me: { ...learnerView().me, consent: { code: true, approach: {} } } });

test("that the lesson was opened is told once, and how the sandbox is", () => {
	const { said, setView, setSession } = observe();
	expect(said()).toEqual([
		{ type: "lesson-opened", lesson },
		{ type: "sandbox-changed", state: "idle" },
	]);
	setView(learnerView());
	expect(said()).toEqual([]);
	setSession({ state: "booting", since: 1 });
	setSession({ state: "booting", since: 2 });
	expect(said()).toEqual([{ type: "sandbox-changed", state: "booting" }]);
});

test("a lesson behind a closed gate counts as opened when the gate opens", () => {
	const { said, setView } = observe(learnerView({ gated: { [lesson]: true } }));
	expect(said().map(({ type }) => type)).not.toContain("lesson-opened");
	setView(learnerView());
	expect(said()).toEqual([{ type: "lesson-opened", lesson }]);
	const before = observe(
		learnerView({ gated: { [lesson]: true }, me: { ...learnerView().me, opened: { [lesson]: true } } }),
	);
	expect(before.said().map(({ type }) => type)).toContain("lesson-opened");
});

test("every run of a check is told, also when nothing changed; a message where it did not pass", () => {
	const { said, setChecks } = observe();
	said();
	const stores = result("stores", { verdict: "fail", message: `No. ${"x".repeat(600)}`, sourceHash: "h1" });
	setChecks({ results: { stores } });
	setChecks({ results: { stores, shows: result("shows", { sourceHash: "h1" }) } });
	setChecks({ run: { state: "idle" } });
	setChecks({ results: { stores: { ...stores }, shows: result("shows", { sourceHash: "h1" }) } });
	const runs = said();
	expect(runs.map((fact) => "check" in fact && fact.check)).toEqual(["stores", "shows", "stores", "shows"]);
	expect(runs[0]).toMatchObject({ verdict: "fail", sourceHash: "h1" });
	expect((runs[0] as { message: string }).message).toHaveLength(500);
	expect(runs[1]).not.toHaveProperty("message");
});

test("hints and the solution come from the log of progress, of this lesson only", () => {
	const { said, note } = observe();
	said();
	note(
		{ type: "hint-opened", lesson, check: "stores", level: 2 },
		{ type: "solution-viewed", lesson: "basics/other" },
		{ type: "question-answered" },
		{ type: "lesson-completed", lesson },
	);
	expect(said()).toEqual([
		{ type: "hint-opened", lesson, check: "stores", level: 2 },
		{ type: "lesson-completed", lesson },
	]);
});

test("edits are told at most every 20 seconds, the last one too", () => {
	const { said, edit } = observe();
	said();
	for (let second = 0; second < 30; second += 1) {
		edit(`a${second}.ts`);
		vi.advanceTimersByTime(1_000);
	}
	expect(said().filter(({ type }) => type === "edited")).toHaveLength(2);
	vi.advanceTimersByTime(60_000);
	expect(said().filter(({ type }) => type === "edited")).toHaveLength(1);
});

test("code stays here without consent; with it the newest is told, at most every two seconds", () => {
	const shy = observe();
	shy.edit("app/page.tsx", "mine");
	vi.advanceTimersByTime(60_000);
	expect(shy.said().filter(({ type }) => type === "code-shared")).toEqual([]);

	const { said, edit, setView, setChecks } = observe(withConsent);
	vi.advanceTimersByTime(0);
	expect(said().at(-1)).toEqual({
		type: "code-shared",
		lesson,
		sourceHash: hashOf({}),
		files: {},
		failing: [],
	});
	setChecks({
		results: {
			stores: result("stores", {
				verdict: "fail",
				message: "No.",
				evidence: [{ kind: "data", label: "rows", value: [1] }],
			}),
		},
	});
	for (let n = 0; n < 10; n += 1) {
		edit("app/page.tsx", `mine ${n}`);
		vi.advanceTimersByTime(400);
	}
	vi.advanceTimersByTime(3_000);
	const shared = said().filter(({ type }) => type === "code-shared");
	expect(shared.length).toBeLessThanOrEqual(3);
	expect(shared.at(-1)).toMatchObject({
		files: { "app/page.tsx": "mine 9" },
		failing: [{ check: "stores", verdict: "fail", message: "No.", evidence: [{ label: "rows" }] }],
	});
	setView(learnerView());
	edit("app/page.tsx", "private again");
	vi.advanceTimersByTime(10_000);
	expect(said().filter(({ type }) => type === "code-shared")).toEqual([]);
});

test("what happens before the room is known is told once it is; off the agenda only that it was opened", () => {
	const early = observe(null);
	early.setChecks({ results: { stores: result("stores") } });
	expect(early.said()).toEqual([]);
	early.setView(learnerView());
	expect(early.said().map(({ type }) => type)).toEqual(["lesson-opened", "check-run", "sandbox-changed"]);

	const aside = observe(learnerView(), "basics/elsewhere");
	aside.setChecks({ results: { stores: result("stores") } });
	aside.edit("a.ts");
	vi.advanceTimersByTime(30_000);
	expect(aside.said()).toEqual([{ type: "lesson-opened", lesson: "basics/elsewhere" }]);
});

test("nothing is told after the end of the session, nor once the lesson is left", () => {
	const over = observe(learnerView({ room: { ...learnerView().room, phase: "ended" } }));
	over.setChecks({ results: { stores: result("stores") } });
	expect(over.said()).toEqual([]);
	const left = observe();
	left.said();
	left.life.abort();
	left.setChecks({ results: { stores: result("stores") } });
	left.edit("a.ts");
	vi.advanceTimersByTime(60_000);
	expect(left.said()).toEqual([]);
});
