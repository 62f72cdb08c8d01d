import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TooltipProvider } from "@/components/ui/tooltip";
import type { InstructorView, RoomCommand } from "@/lib/workshop/contract";
import { cell, FIRST, instructorView, MINUTE, NOW, row, SECOND } from "@/tests/fixtures/workshop/views";
import { Board } from "./board/board";
import { DeskOf } from "./desk";
import { HelpQueue } from "./help-queue";
import { AgendaSteps } from "./lead/agenda-steps";
import { LearnerDetails } from "./learner/learner-details";

const asked: string[] = [];
beforeEach(() => {
	asked.length = 0;
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(path);
		return Response.json({}, { status: 500 });
	});
});
afterEach(cleanup);

function show(ui: (view: InstructorView) => React.ReactNode, view: InstructorView) {
	const sent: RoomCommand[] = [];
	const desk = {
		pass: { code: "ACDEFG", secret: "s".repeat(40) },
		now: () => NOW,
		send: async (what: RoomCommand) => {
			sent.push(what);
			return { version: 1 };
		},
	};
	const wrap = (next: InstructorView) => (
		<TooltipProvider>
			<DeskOf desk={desk}>{ui(next)}</DeskOf>
		</TooltipProvider>
	);
	const { rerender } = render(wrap(view));
	return { sent, update: (next: InstructorView) => rerender(wrap(next)) };
}

const opened: string[] = [];
const board = (view: InstructorView) => <Board view={view} onLearner={(id) => opened.push(id)} />;
const names = () => screen.getAllByRole("rowheader").map((header) => header.textContent);
const failing = {
	openedAt: NOW,
	checks: { "no-js": cell("fail", { reds: 4, runs: 4, message: "No redirect." }) },
};

test("who needs help stands first, with the reason; each mark is said in words", () => {
	show(
		board,
		instructorView({
			learners: {
				a: row("Ada", { lessons: { [FIRST.lesson]: { openedAt: NOW, checks: { stored: cell("pass") } } } }),
				b: row("Ben"),
				c: row("Cleo", { lessons: { [FIRST.lesson]: failing } }),
				d: row("Dora", { connected: false }),
			},
			help: { h: { learner: "d", lesson: FIRST.lesson, askedAt: NOW, place: 0 } },
		}),
	);
	expect(names()).toEqual(["Doraaway", "Cleo", "Ada", "Ben"]);
	const [, dora, cleo, ada] = screen.getAllByRole("row");
	expect(dora?.textContent).toContain("asks for help");
	expect(cleo?.textContent).toContain("check 2 red 4 times");
	expect(within(cleo!).getByText("Failed, 4 runs")).toBeTruthy();
	expect(within(ada!).getByText("Passed, 1 run")).toBeTruthy();
	expect(within(ada!).getAllByText("Not run")).toHaveLength(2);
	fireEvent.click(screen.getByRole("button", { name: /Cleo/ }));
	expect(opened.at(-1)).toBe("c");
});

test("the whole agenda shows every lesson in words too", () => {
	show(board, instructorView({ learners: { c: row("Cleo", { lessons: { [FIRST.lesson]: failing } }) } }));
	fireEvent.change(screen.getByRole("combobox", { name: "Show" }), { target: { value: "whole-agenda" } });
	expect(screen.getByText("0 of 3 passed. Failed: It works without JavaScript")).toBeTruthy();
	expect(screen.getByText("0 of 2 passed.")).toBeTruthy();
	expect(screen.getByText("0/5")).toBeTruthy();
});

test("people who fail the same check are told of, and can be looked at alone", () => {
	const lessons = { [FIRST.lesson]: failing };
	show(
		board,
		instructorView({ learners: { a: row("Ada"), b: row("Ben", { lessons }), c: row("Cleo", { lessons }) } }),
	);
	const cluster = screen.getByRole("button", { name: /2 people fail check 2/ });
	fireEvent.click(cluster);
	expect(names()).toEqual(["Ben", "Cleo"]);
	expect(cluster.textContent).toContain("Most often: No redirect. (2)");
	fireEvent.click(cluster);
	expect(names()).toHaveLength(3);
});

test("a row does not slip away under the pointer; a newcomer stands at the end meanwhile", () => {
	const before = instructorView({ learners: { a: row("Ada"), b: row("Ben") } });
	const after = instructorView({
		learners: { a: row("Ada"), aa: row("Aaron"), b: row("Ben", { lessons: { [FIRST.lesson]: failing } }) },
	});
	const { update } = show(board, before);
	const table = screen.getByRole("table");
	fireEvent.pointerEnter(table.parentElement!);
	update(after);
	expect(names()).toEqual(["Ada", "Ben", "Aaron"]);
	fireEvent.pointerLeave(table.parentElement!);
	expect(names()).toEqual(["Ben", "Aaron", "Ada"]);
});

test("the board goes where the room is led, until another lesson is chosen", () => {
	const learners = { a: row("Ada") };
	const lead = { number: 1, active: true, place: { lesson: SECOND.lesson } };
	const { update } = show(board, instructorView({ learners }));
	expect(screen.getByText("0/3")).toBeTruthy();
	update(instructorView({ learners, lead }));
	expect(screen.getByText("0/2")).toBeTruthy();
	fireEvent.change(screen.getByRole("combobox", { name: "Show" }), { target: { value: FIRST.lesson } });
	expect(screen.getByText("0/3")).toBeTruthy();
});

test("with nobody there the board shows how to join", () => {
	show(board, instructorView());
	expect(screen.getByText("A C D E F G")).toBeTruthy();
	expect(screen.queryByRole("table")).toBeNull();
});

test("calls for help: the longest wait first, mine can be given back and closed", () => {
	const call = (learner: string, place: number, more = {}) => ({
		learner,
		lesson: FIRST.lesson,
		check: "no-js",
		askedAt: NOW - place * MINUTE,
		place,
		...more,
	});
	const { sent } = show(
		(view) => <HelpQueue view={view} me="me" onLearner={() => {}} />,
		instructorView({
			learners: { a: row("Ada"), b: row("Ben"), c: row("Cleo") },
			help: {
				x: call("a", 7, { note: "<b>stuck</b>" }),
				y: call("b", 3),
				z: call("c", 1, { claim: { by: "me", name: "Instructor", at: NOW } }),
			},
		}),
	);
	expect(screen.getAllByRole("listitem").map((item) => item.getAttribute("aria-label"))).toEqual([
		"Ben",
		"Ada",
		"Cleo",
	]);
	expect(screen.getByText("2 learners waiting")).toBeTruthy();
	expect(screen.getByText("<b>stuck</b>")).toBeTruthy();
	fireEvent.click(screen.getByRole("button", { name: "Help Ben" }));
	fireEvent.click(screen.getByRole("button", { name: "Give Cleo back to the queue" }));
	fireEvent.click(screen.getByRole("button", { name: "Close the call of Cleo" }));
	expect(sent).toEqual([
		{ type: "help-claim", help: "y" },
		{ type: "help-unclaim", help: "z" },
		{ type: "help-close", help: "z" },
	]);
});

test("a lesson is led to, its gate closed and its solution released", () => {
	const { sent } = show(
		(view) => <AgendaSteps view={view} />,
		instructorView({ gated: { [SECOND.lesson]: true } }),
	);
	fireEvent.click(screen.getByRole("button", { name: "Lead here: Validate a form" }));
	fireEvent.click(
		screen.getByRole("button", { name: "The gate is open. Close it: Your first Server Action" }),
	);
	fireEvent.click(screen.getByRole("button", { name: "The gate is closed. Open it: Validate a form" }));
	fireEvent.click(screen.getByRole("button", { name: "Release the solution: Your first Server Action" }));
	expect(sent).toEqual([
		{ type: "lead", place: { lesson: SECOND.lesson } },
		{ type: "gate", lesson: FIRST.lesson, open: false },
		{ type: "gate", lesson: SECOND.lesson, open: true },
		{ type: "solution-release", lesson: FIRST.lesson, released: true },
	]);
});

test("code is not asked for without the learner's consent", async () => {
	const details = (view: InstructorView) => <LearnerDetails view={view} learner="a" onClose={() => {}} />;
	const code = { [FIRST.lesson]: 3 };
	const { update } = show(details, instructorView({ learners: { a: row("Ada", { code }) } }));
	expect(screen.getByText(/Ada has not agreed/)).toBeTruthy();
	expect(asked).toEqual([]);
	await act(async () => update(instructorView({ learners: { a: row("Ada", { code, readable: true }) } })));
	expect(asked).toEqual(["/api/rooms/ACDEFG/learners/a/code?lesson=convention%2Fyour-first-action"]);
});
