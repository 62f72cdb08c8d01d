import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/ui/tooltip";
import { lessonWith, memoryStorage, openWorkspace } from "@/lib/workspace/testing";
import { EarlierStates } from "./earlier-states";
import { LessonChangeBanner } from "./lesson-change-banner";

vi.mock("./diff-view", () => ({
	DiffView: ({ path, before, after }: { path: string; before: string; after: string }) => (
		<output>{`${path}: ${before} → ${after}`}</output>
	),
}));

afterEach(cleanup);

const show = (element: ReactElement) => render(<TooltipProvider>{element}</TooltipProvider>);
const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("LessonChangeBanner", () => {
	const next = lessonWith({
		version: "v2",
		starter: { "app/page.tsx": "new page", "app/fixed.ts": "fixed" },
	});

	/** A learner has edited a file that changed, one that is gone, and one that the lesson left alone. */
	async function renewed() {
		const storage = memoryStorage();
		const before = await openWorkspace({ storage });
		before.actions.edit("app/page.tsx", "my page");
		before.actions.edit("app/actions.ts", "my actions");
		before.actions.edit("lib/db.ts", "my db");
		before.actions.create("app/a-file.ts", "my own");
		await before.flush();
		const workspace = await openWorkspace({ storage, lesson: next });
		const onDecided = vi.fn();
		show(<LessonChangeBanner workspace={workspace} onDecided={onDecided} />);
		return { workspace, onDecided, user: userEvent.setup() };
	}

	it("is not there while there is nothing to decide", async () => {
		const workspace = await openWorkspace();
		workspace.actions.edit("app/page.tsx", "mine");
		show(<LessonChangeBanner workspace={workspace} onDecided={vi.fn()} />);
		expect(screen.queryByRole("region")).toBeNull();
	});

	it("says what has changed and what is safe", async () => {
		await renewed();
		const banner = screen.getByRole("region", { name: "New version of the lesson" });
		expect(banner).toHaveTextContent("This lesson has changed since you began.");
		expect(banner).toHaveTextContent("Your files are as you left them.");
		expect(banner).toHaveTextContent("Changed in the lesson: app/page.tsx.");
		expect(banner).toHaveTextContent("No longer in the lesson: app/actions.ts.");
		expect(banner).not.toHaveTextContent("lib/db.ts");
	});

	it("keeps the learner's files", async () => {
		const { workspace, onDecided, user } = await renewed();
		await user.click(button("Keep mine"));
		expect(workspace.files()).toMatchObject({ "app/page.tsx": "my page", "app/actions.ts": "my actions" });
		expect(screen.queryByRole("region")).toBeNull();
		expect(onDecided).toHaveBeenCalledWith(expect.stringMatching(/^Your files stay/));
	});

	it("takes the new ones, which Undo takes back", async () => {
		const { workspace, onDecided, user } = await renewed();
		await user.click(button("Take the new one"));
		expect(workspace.files()).toMatchObject({ "app/page.tsx": "new page", "lib/db.ts": "db" });
		expect(workspace.files()).not.toHaveProperty(["app/actions.ts"]);
		expect(onDecided).toHaveBeenCalledWith(expect.stringMatching(/Undo brings yours back/));
		workspace.actions.undo();
		expect(workspace.files()["app/page.tsx"]).toBe("my page");
	});

	it("compares file by file, the changed ones first, and can be decided there", async () => {
		const { workspace, user } = await renewed();
		await user.click(button("Compare"));
		const dialog = within(screen.getByRole("dialog", { name: "Yours and the lesson’s new version" }));
		const files = within(dialog.getByRole("list", { name: "Files that differ" }));
		expect(files.getAllByRole("button").map((each) => each.textContent)).toEqual([
			"app/actions.ts(no longer in the lesson)",
			"app/page.tsx(changed in the lesson)",
			"app/a-file.ts",
			"lib/db.ts",
		]);
		expect(dialog.getByText(/→/)).toHaveTextContent("app/actions.ts: my actions →");
		await user.click(files.getByRole("button", { name: /page/ }));
		expect(dialog.getByText(/→/)).toHaveTextContent("app/page.tsx: my page → new page");
		expect(workspace.store.getState().lessonChange).toHaveLength(2);
		await user.click(dialog.getByRole("button", { name: "Keep mine" }));
		expect(screen.queryByRole("dialog")).toBeNull();
		expect(workspace.store.getState().lessonChange).toEqual([]);
	});
});

describe("EarlierStates", () => {
	async function workspaceWithPast() {
		const workspace = await openWorkspace();
		workspace.actions.edit("app/page.tsx", "first");
		workspace.actions.reset();
		workspace.actions.create("app/mine.ts", "mine");
		workspace.actions.applySolution("app/page.tsx");
		const onRestored = vi.fn();
		show(<EarlierStates workspace={workspace} onRestored={onRestored} />);
		return { workspace, onRestored, user: userEvent.setup() };
	}

	it("has nothing to show before anything was replaced", async () => {
		show(<EarlierStates workspace={await openWorkspace()} onRestored={vi.fn()} />);
		expect(button("Earlier states")).toBeDisabled();
	});

	it("lists what was kept, newest first, with what differs from now", async () => {
		const { user } = await workspaceWithPast();
		await user.click(button("Earlier states"));
		const list = within(screen.getByRole("list", { name: /^Earlier states/ }));
		const states = list.getAllByRole("button");
		expect(states[0]).toHaveTextContent("Before: solution applied to app/page.tsx");
		expect(states[0]).toHaveTextContent("1 file differs");
		expect(states[1]).toHaveTextContent("Before: all files reset");
		expect(states[1]).toHaveTextContent("2 files differ");
		expect(screen.getByText(/→/)).toHaveTextContent("app/page.tsx: solved page → starter page");
		await user.click(states[1]!);
		expect(states[1]).toHaveAttribute("aria-current", "true");
		expect(screen.getByText(/→/)).toHaveTextContent("app/mine.ts: mine →");
		expect(button(/^app\/mine\.ts/)).toHaveTextContent("(not there then)");
	});

	it("restores a state, and Undo brings back what was there", async () => {
		const { workspace, onRestored, user } = await workspaceWithPast();
		await user.click(button("Earlier states"));
		await user.click(button(/^Before: all files reset/));
		await user.click(button("Restore this state"));
		expect(screen.queryByRole("dialog")).toBeNull();
		expect(workspace.store.getState().edits).toEqual({ "app/page.tsx": "first" });
		expect(onRestored).toHaveBeenCalledWith(expect.stringMatching(/Undo brings back what you had/));
		workspace.actions.undo();
		expect(workspace.store.getState().edits).toEqual({
			"app/mine.ts": "mine",
			"app/page.tsx": "solved page",
		});
	});

	it("says when a state is the same as now", async () => {
		const { workspace, user } = await workspaceWithPast();
		workspace.actions.restore(workspace.store.getState().snapshots[0]!);
		await user.click(button("Earlier states"));
		await user.click(button(/^Before: all files reset/));
		expect(screen.getByText("Your files are the same as in this state.")).toBeVisible();
		expect(screen.queryByRole("button", { name: "Restore this state" })).toBeNull();
	});
});
