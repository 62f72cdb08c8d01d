import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Keeping, KeepingNotice as News } from "@/lib/keeping/keeping";
import type { ProgressFact } from "@/lib/progress/events";
import type { ProgressState } from "@/lib/progress/store";
import { lessonWith, openWorkspace } from "@/lib/workspace/testing";
import { KeepingNotice } from "./keeping-notice";
import { KeepingWatch, WRITES_TO_LOSE } from "./keeping-watch";
import { importedWords } from "./words";

afterEach(cleanup);

function watching(notice: News | null = null) {
	return {
		store: createStore(() => ({ notice })),
		check: vi.fn(async () => {}),
		noteLesson: vi.fn(),
		noteProgress: vi.fn(async () => {}),
		askToPersist: vi.fn(async () => {}),
		dismiss: vi.fn(),
	} satisfies Keeping;
}

test("what the browser has thrown away is told, with the way back", async () => {
	const watcher = watching({ kind: "lost", lessons: 3, progress: true, at: Date.UTC(2026, 10, 21, 12) });
	render(<KeepingNotice watcher={watcher} />);
	expect(watcher.check).toHaveBeenCalledOnce();
	const status = screen.getByRole("status");
	expect(status).toHaveTextContent("This browser no longer has what was kept here.");
	expect(status).toHaveTextContent(/Gone: your files of 3 lessons and your progress, last kept on .*2026/);
	expect(screen.getByRole("button", { name: "Import a file" })).toBeVisible();
	await userEvent.click(screen.getByRole("button", { name: "Put this notice away" }));
	expect(watcher.dismiss).toHaveBeenCalledOnce();
});

test("that space is short is told with the means to export", () => {
	render(<KeepingNotice watcher={watching({ kind: "space-short" })} />);
	expect(screen.getByRole("status")).toHaveTextContent(/almost full.*are still kept/);
	expect(screen.getByRole("button", { name: "Export a file" })).toBeVisible();
});

test("otherwise nothing is said", () => {
	render(<KeepingNotice watcher={watching()} />);
	expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

/** A lesson page that is watched. */
async function lessonPage() {
	const watcher = watching();
	const workspace = await openWorkspace();
	let tell: (facts: readonly ProgressFact[]) => void = () => {};
	const store = createStore<ProgressState>(() => ({ state: "loading" }));
	const watch = (listener: typeof tell) => {
		tell = listener;
	};
	const keeper = { store, watch };
	render(<KeepingWatch playground={{ lesson: lessonWith(), workspace }} watcher={watcher} keeper={keeper} />);
	return { watcher, workspace, store, tell: (...facts: ProgressFact[]) => tell(facts) };
}

test("the browser is asked to keep everything at the first green check, not before", async () => {
	const { watcher, tell } = await lessonPage();
	tell({ type: "lesson-opened", lesson: "a" }, { type: "check-failed", lesson: "a", check: "x" });
	expect(watcher.askToPersist).not.toHaveBeenCalled();
	tell({ type: "check-passed", lesson: "a", check: "x" });
	expect(watcher.askToPersist).toHaveBeenCalledOnce();
});

test("or once there are edits to lose; tabs that were opened are none", async () => {
	const { watcher, workspace } = await lessonPage();
	for (let index = 0; index < WRITES_TO_LOSE; index += 1) {
		workspace.actions.open(index % 2 === 0 ? "lib/db.ts" : "app/page.tsx");
		await act(() => workspace.flush());
	}
	expect(watcher.noteLesson).not.toHaveBeenCalled();
	for (let index = 1; index <= WRITES_TO_LOSE; index += 1) {
		expect(watcher.askToPersist).not.toHaveBeenCalled();
		workspace.actions.edit("app/page.tsx", `text ${index}`);
		await act(() => workspace.flush());
	}
	expect(watcher.noteLesson).toHaveBeenCalledWith("part/lesson");
	expect(watcher.askToPersist).toHaveBeenCalledOnce();
});

test("progress that is written is remembered, progress that is not kept is not", async () => {
	const { watcher, store } = await lessonPage();
	store.setState({ state: "unsaved", progress: { lessons: {}, lastLesson: null }, quiz: [] });
	expect(watcher.noteProgress).not.toHaveBeenCalled();
	store.setState({ state: "ready", progress: { lessons: {}, lastLesson: null }, quiz: [] });
	expect(watcher.noteProgress).toHaveBeenCalledOnce();
});

test("an import says what it has changed", () => {
	const words = (events: number, lessons: number, earlier: number) =>
		importedWords({ events, lessons, earlier });
	expect(words(0, 0, 0)).toBe("Everything in this file was here already.");
	expect(words(1, 0, 0)).toBe("Imported 1 event.");
	expect(words(12, 2, 0)).toBe("Imported 12 events and your files of 2 lessons.");
	expect(words(0, 0, 1)).toMatch(/^In 1 lesson your files here are newer and stay/);
});
