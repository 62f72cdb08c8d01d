import { act, cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { LessonProvider } from "@/components/lesson/lesson-context";
import { TooltipProvider } from "@/components/ui/tooltip";
import { expectedView } from "@/lib/workshop/client/expected-view";
import type { LearnerRoom, LearnerRoomState } from "@/lib/workshop/client/learner-room";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { learnerView } from "@/lib/workshop/client/test-view";
import type { LearnerView, RoomFact } from "@/lib/workshop/contract";
import { definitions, fakePlayground, result } from "@/tests/fixtures/playground/fake-playground";
import { GateCover } from "./gate-cover";
import { RoomBar } from "./room-bar";
import { RoomNews } from "./room-news";
import { RoomNotices } from "./room-notices";
import { RoomProvider } from "./use-room";

const { push, router } = vi.hoisted(() => {
	const push = vi.fn();
	return { push, router: { push } };
});
vi.mock("next/navigation", () => ({ useRouter: () => router }));

const CODE = "ACDEFG";

beforeEach(() => {
	push.mockClear();
	sessionStorage.clear();
	membershipKeeper().remember({
		...membershipKeeper().prepare(CODE, "learner"),
		name: "Ada",
		askedForCode: true,
	});
});
afterEach(cleanup);

function show(children: (fake: ReturnType<typeof fakePlayground>) => ReactNode, view: LearnerView | null) {
	const fake = fakePlayground();
	const said: RoomFact[] = [];
	const store = createStore<LearnerRoomState>(() => ({
		link: { state: "live" },
		view,
		clockOffset: 0,
		outbox: { waiting: 0, state: "idle", kept: "browser", refused: [], problem: null, confirmed: 0 },
	}));
	const room: LearnerRoom = {
		membership: membershipKeeper().find(CODE, "learner")!,
		store,
		retry: vi.fn(),
		say(...facts) {
			said.push(...facts);
			const before = store.getState().view;
			if (before) store.setState({ view: expectedView(before, facts, Date.now()) });
		},
	};
	render(
		<TooltipProvider>
			<LessonProvider
				briefs={definitions.map(({ id, title }) => ({ id, title }))}
				claims={[]}
				nextVersion="16.3.7"
				playground={fake.playground}
			>
				<RoomProvider value={room}>{children(fake)}</RoomProvider>
			</LessonProvider>
		</TooltipProvider>,
	);
	return {
		...fake,
		said,
		room,
		setView: (change: Partial<LearnerView>) =>
			act(() => store.setState((state) => ({ view: { ...(state.view as LearnerView), ...change } }))),
		setState: (change: Partial<LearnerRoomState>) => act(() => store.setState(change)),
	};
}

const showBar = (view: LearnerView | null = learnerView(), tooLarge = false) =>
	show(({ playground }) => <RoomBar lesson={playground.lesson} tooLarge={tooLarge} />, view);
const showNotices = (view: LearnerView = learnerView()) =>
	show(({ playground }) => <RoomNotices lesson={playground.lesson} playground={playground} />, view);

const button = (name: string | RegExp) => screen.getByRole("button", { name });

test("says whether what was done was sent, is on its way, or is saved here", () => {
	const { setState } = showBar();
	expect(button("Sent")).toBeVisible();
	const outbox = {
		waiting: 3,
		state: "later",
		kept: "browser",
		refused: [],
		problem: null,
		confirmed: 0,
	} as const;
	setState({ link: { state: "offline", since: 1, message: "" }, outbox });
	expect(button("Saved here (3)")).toBeVisible();
	setState({ link: { state: "live" }, outbox: { ...outbox, state: "sending" } });
	expect(button("Sending")).toBeVisible();
	setState({ link: { state: "ended", code: "removed", message: "Out." } });
	expect(button("Disconnected")).toBeVisible();
});

test("following is changed at once", async () => {
	const { said } = showBar();
	expect(button("Follow")).toHaveAttribute("aria-pressed", "true");
	await userEvent.click(button("Wander"));
	expect(said).toEqual([{ type: "follow-changed", following: false }]);
	expect(button("Wander")).toHaveAttribute("aria-pressed", "true");
});

test("help is called for the check that fails, shows its place, and is withdrawn", async () => {
	const { said, setChecks, setView } = showBar();
	act(() =>
		setChecks({ results: { shows: result("shows", { verdict: "fail" }), stores: result("stores") } }),
	);
	await userEvent.click(button("Get help"));
	expect(screen.getByLabelText("What is it about?")).toHaveValue("shows");
	await userEvent.type(screen.getByLabelText(/A word about it/), "It says null");
	await userEvent.click(button("Call for help"));
	expect(said).toEqual([
		{ type: "help-asked", lesson: "basics/first", check: "shows", note: "It says null" },
	]);
	expect(button("Help is called")).toBeVisible();
	const help = { id: "help-0001", lesson: "basics/first", askedAt: Date.now(), ahead: 2 };
	setView({ help });
	expect(button("2 before you")).toBeVisible();
	setView({ help: { ...help, claimedBy: "Grace" } });
	await userEvent.click(button("Grace is coming"));
	await userEvent.click(button("I no longer need help"));
	expect(said.at(-1)).toEqual({ type: "help-withdrawn" });
});

test("who reads the code is always shown, and sharing ends with one button", async () => {
	const { said, setView } = showBar();
	expect(button("Code private")).toBeVisible();
	await userEvent.click(button("Code private"));
	await userEvent.click(button("Share my code"));
	expect(said).toEqual([{ type: "consent-given", consent: { to: "code" } }]);
	setView({ viewedBy: { "staff-001": "Grace" } });
	await userEvent.click(button("Grace is reading"));
	await userEvent.click(button("Stop sharing my code"));
	expect(said.at(-1)).toEqual({ type: "consent-revoked", to: "code" });
});

test("code that is too large to be shared is told to whom it belongs, as long as it is shared", async () => {
	const { setView } = showBar(
		learnerView({ me: { ...learnerView().me, consent: { code: true, approach: {} } } }),
		true,
	);
	await userEvent.click(button("Code too large to share"));
	expect(screen.getByText(/larger than a room takes/)).toBeVisible();
	setView({ me: { ...learnerView().me, consent: { approach: {} } } });
	expect(screen.queryByText(/larger than a room takes/)).toBeNull();
	expect(screen.getByText("Code private")).toBeInTheDocument();
});

test("whether the code may be read is asked once", async () => {
	const keeper = membershipKeeper();
	keeper.remember({ ...keeper.find(CODE, "learner")!, askedForCode: false });
	const { said } = showBar();
	await userEvent.click(button("Keep it private"));
	expect(said).toEqual([]);
	cleanup();
	showBar();
	expect(screen.queryByRole("dialog")).toBeNull();
});

const led = (lesson: string, number = 1) =>
	learnerView({ lead: { number, place: { lesson }, active: true } }).lead!;

test("a call is followed by who has nothing in hand, and offered to who is typing", async () => {
	sessionStorage.setItem(`server-actions-playground.followed.${CODE}`, "0");
	const { setView } = showNotices();
	const field = document.body.appendChild(document.createElement("textarea"));
	field.focus();
	setView({ lead: led("basics/second") });
	expect(push).not.toHaveBeenCalled();
	expect(document.activeElement).toBe(field);
	await userEvent.click(button("Go there"));
	expect(push).toHaveBeenCalledExactlyOnceWith("/lessons/basics/second");
	field.remove();
	cleanup();
	push.mockClear();
	sessionStorage.setItem(`server-actions-playground.followed.${CODE}`, "0");
	showNotices().setView({ lead: led("basics/second", 2) });
	expect(push).toHaveBeenCalledWith("/lessons/basics/second");
});

test("a call is not followed during a run of checks, nor once it was declined", async () => {
	sessionStorage.setItem(`server-actions-playground.followed.${CODE}`, "0");
	const { setView, setChecks } = showNotices();
	setChecks({ run: { state: "running", current: null, done: 0, total: 2 } });
	setView({ lead: led("basics/second") });
	await userEvent.click(button("Stay"));
	setChecks({ run: { state: "idle" } });
	setView({ gated: {} });
	expect(push).not.toHaveBeenCalled();
	expect(screen.queryByRole("button", { name: "Go there" })).toBeNull();
});

test("the approach is shown only as the learner agrees", async () => {
	const me = { ...learnerView().me, askedForApproach: { "basics/first": true as const } };
	const { said } = showNotices(learnerView({ me }));
	await userEvent.click(button("Decide"));
	await userEvent.click(button("Yes, without my name"));
	expect(said).toEqual([
		{ type: "consent-given", consent: { to: "approach", lesson: "basics/first", named: false } },
	]);
	expect(screen.queryByRole("button", { name: "Decide" })).toBeNull();
});

test("an announcement is text, stays until it is put away, and is said aloud", async () => {
	const { setView } = show(
		({ playground }) => (
			<>
				<RoomNotices lesson={playground.lesson} playground={playground} />
				<RoomNews />
			</>
		),
		learnerView(),
	);
	setView({ announcements: { "note-0001": { at: 1, text: "<b>Lunch</b>" } } });
	const notices = screen.getByRole("list", { name: "From the room" });
	expect(within(notices).getByText("<b>Lunch</b>")).toBeVisible();
	expect(screen.getByRole("log")).toHaveTextContent("Announcement: <b>Lunch</b>");
	await userEvent.click(button("Put this notice away"));
	expect(within(notices).queryByText("<b>Lunch</b>")).toBeNull();
});

test("a closed gate is told, with the way to where the room is", () => {
	const view = learnerView({ gated: { "basics/first": true }, lead: led("basics/second") });
	show(({ playground }) => <GateCover lesson={playground.lesson} view={view} />, view);
	expect(screen.getByRole("alertdialog", { name: /“A first lesson” is not open yet/ })).toBeVisible();
	expect(screen.getByRole("link", { name: "Go to “Second”" })).toHaveAttribute(
		"href",
		"/lessons/basics/second",
	);
});
