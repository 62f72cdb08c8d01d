import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TooltipProvider } from "@/components/ui/tooltip";
import { memoryStorage, openWorkspace } from "@/lib/workspace/testing";
import { EditorToolbar } from "./editor-toolbar";
import { FileTabs } from "./file-tabs";
import { FileTree } from "./file-tree";
import { SolutionDiff } from "./solution-diff";

vi.mock("./diff-view", () => ({
	DiffView: ({ path, before, after }: { path: string; before: string; after: string }) => (
		<output>{`${path}: ${before} → ${after}`}</output>
	),
}));

afterEach(cleanup);

const show = (element: ReactElement) => render(<TooltipProvider>{element}</TooltipProvider>);
const line = (name: string | RegExp) => screen.getByRole("treeitem", { name });

describe("FileTabs", () => {
	it("moves with the arrows and shows the file", async () => {
		const workspace = await openWorkspace();
		show(<FileTabs workspace={workspace} />);
		const user = userEvent.setup();
		await user.tab();
		expect(screen.getByRole("tab", { name: "page.tsx" })).toHaveFocus();
		await user.keyboard("{ArrowRight}");
		expect(screen.getByRole("tab", { name: "actions.ts" })).toHaveFocus();
		expect(screen.getByRole("tab", { name: "actions.ts", selected: true })).toBeVisible();
		await user.keyboard("{ArrowRight}");
		expect(workspace.store.getState().active).toBe("app/page.tsx");
		await user.keyboard("{End}");
		expect(workspace.store.getState().active).toBe("app/actions.ts");
	});

	it("closes with the button and with Delete", async () => {
		const workspace = await openWorkspace();
		show(<FileTabs workspace={workspace} />);
		const user = userEvent.setup();
		await user.click(screen.getByRole("button", { name: "Close app/page.tsx" }));
		expect(screen.queryByRole("tab", { name: "page.tsx" })).toBeNull();
		await user.click(screen.getByRole("tab", { name: "actions.ts" }));
		await user.keyboard("{Delete}");
		expect(screen.queryByRole("tablist")).toBeNull();
	});

	it("marks what is changed", async () => {
		const workspace = await openWorkspace();
		workspace.actions.edit("app/page.tsx", "mine");
		show(<FileTabs workspace={workspace} />);
		expect(screen.getByRole("tab", { name: "page.tsx changed" })).toBeVisible();
	});

	it("has nothing but its tabs in the tab list", async () => {
		show(<FileTabs workspace={await openWorkspace()} />);
		const list = screen.getByRole("tablist");
		const owned = list.getAttribute("aria-owns")?.split(" ");
		expect(owned).toEqual(screen.getAllByRole("tab").map((tab) => tab.id));
		expect(list).toBeEmptyDOMElement();
	});
});

describe("FileTree", () => {
	it("marks the open, the changed and the read-only file", async () => {
		const workspace = await openWorkspace();
		workspace.actions.edit("app/page.tsx", "mine");
		show(<FileTree workspace={workspace} />);
		expect(line("page.tsx, changed")).toHaveAttribute("aria-selected", "true");
		expect(line("layout.tsx, read-only")).toHaveAttribute("aria-selected", "false");
		expect(screen.queryByRole("treeitem", { name: /package/ })).toBeNull();
	});

	it("is walked by keyboard: one tab stop, arrows, Enter", async () => {
		const workspace = await openWorkspace();
		show(<FileTree workspace={workspace} />);
		const user = userEvent.setup();
		line("page.tsx").focus();
		expect(screen.getAllByRole("treeitem").filter((each) => each.tabIndex === 0)).toHaveLength(1);
		await user.keyboard("{ArrowDown}");
		await vi.waitFor(() => expect(line("lib")).toHaveFocus());
		await user.keyboard("{ArrowLeft}");
		expect(line("lib")).toHaveAttribute("aria-expanded", "false");
		expect(screen.queryByRole("treeitem", { name: "db.ts" })).toBeNull();
		await user.keyboard("{ArrowRight}{ArrowRight}");
		await vi.waitFor(() => expect(line("db.ts")).toHaveFocus());
		await user.keyboard("{Enter}");
		expect(workspace.store.getState().active).toBe("lib/db.ts");
	});

	it("renames by F2, tells a refusal at the field, and gives up with Escape", async () => {
		const workspace = await openWorkspace();
		show(<FileTree workspace={workspace} />);
		const user = userEvent.setup();
		line("actions.ts").focus();
		await user.keyboard("{F2}");
		const field = screen.getByRole("textbox", { name: "New path for app/actions.ts" });
		expect(field).toHaveFocus();
		await user.clear(field);
		await user.type(field, "actions.ts{Enter}");
		expect(screen.getByRole("alert")).toHaveTextContent("outside");
		expect(field).toHaveAccessibleDescription(/outside/);
		expect(workspace.store.getState().refusal).toBeNull();
		await user.clear(field);
		await user.type(field, "lib/actions.ts{Enter}");
		expect(screen.queryByRole("textbox")).toBeNull();
		await vi.waitFor(() => expect(line(/^actions.ts/)).toHaveFocus());
		expect(workspace.files()).toHaveProperty(["lib/actions.ts"]);
		await user.keyboard("{F2}{Escape}");
		expect(screen.queryByRole("textbox")).toBeNull();
	});

	it("makes a file beside the one chosen", async () => {
		const workspace = await openWorkspace();
		show(<FileTree workspace={workspace} />);
		const user = userEvent.setup();
		await user.click(line("db.ts"));
		await user.click(screen.getByRole("button", { name: "New file" }));
		const field = screen.getByRole("textbox", { name: "Path of the new file" });
		expect(field).toHaveValue("lib/");
		await user.type(field, "x.ts{Enter}");
		expect(workspace.store.getState().active).toBe("lib/x.ts");
	});

	it("takes away with Delete", async () => {
		const workspace = await openWorkspace();
		show(<FileTree workspace={workspace} />);
		line("actions.ts").focus();
		await userEvent.keyboard("{Delete}");
		expect(screen.queryByRole("treeitem", { name: "actions.ts" })).toBeNull();
		expect(workspace.files()).not.toHaveProperty(["app/actions.ts"]);
	});
});

describe("EditorToolbar", () => {
	async function toolbar(storage = memoryStorage()) {
		const workspace = await openWorkspace({ storage });
		const calls = {
			onFormat: vi.fn(),
			onToggleFiles: vi.fn(),
			onToggleSolution: vi.fn(),
			onUndone: vi.fn(),
			onRestored: vi.fn(),
		};
		show(<EditorToolbar workspace={workspace} filesShown={true} solutionShown={false} {...calls} />);
		return { workspace, calls, user: userEvent.setup(), storage };
	}

	it("offers only what can be done", async () => {
		await toolbar();
		expect(screen.getByRole("button", { name: "Nothing to undo" })).toBeDisabled();
		expect(screen.getByRole("button", { name: "Reset file" })).toBeDisabled();
		expect(screen.getByRole("button", { name: "Reset all" })).toBeDisabled();
		expect(screen.getByRole("status")).toHaveTextContent("Saved in this browser");
	});

	it("resets the file shown, and undoes it", async () => {
		const { workspace, calls, user } = await toolbar();
		workspace.actions.edit("app/page.tsx", "mine");
		await user.click(await screen.findByRole("button", { name: "Reset file" }));
		expect(workspace.store.getState().edits).toEqual({});
		await user.click(screen.getByRole("button", { name: "Undo: app/page.tsx reset" }));
		expect(workspace.files()["app/page.tsx"]).toBe("mine");
		expect(calls.onUndone).toHaveBeenCalledWith("Before: app/page.tsx reset");
	});

	it("asks before it resets everything", async () => {
		const { workspace, user } = await toolbar();
		workspace.actions.edit("app/page.tsx", "mine");
		await user.click(await screen.findByRole("button", { name: "Reset all" }));
		await user.click(screen.getByRole("button", { name: "Keep my edits" }));
		expect(workspace.store.getState().edits).not.toEqual({});
		await user.click(screen.getByRole("button", { name: "Reset all" }));
		const dialog = screen.getByRole("alertdialog", { name: "Reset all files?" });
		await user.click(within(dialog).getByRole("button", { name: "Reset all" }));
		expect(workspace.store.getState().edits).toEqual({});
	});

	it("says why edits are not saved", async () => {
		const { workspace, storage } = await toolbar();
		storage.fail = new DOMException("full", "QuotaExceededError");
		workspace.actions.edit("app/page.tsx", "mine");
		await expect(workspace.flush()).rejects.toThrow();
		expect(await screen.findByText("Not saved")).toBeVisible();
		expect(screen.getByRole("status")).toHaveTextContent(/storage for this site is full/);
	});

	it("passes on format, files and solution", async () => {
		const { calls, user } = await toolbar();
		for (const name of ["Format", "Files", "Solution"]) {
			await user.click(screen.getByRole("button", { name }));
		}
		expect(calls.onFormat).toHaveBeenCalledOnce();
		expect(calls.onToggleFiles).toHaveBeenCalledOnce();
		expect(calls.onToggleSolution).toHaveBeenCalledOnce();
	});
});

describe("SolutionDiff", () => {
	it("shows the file that is open, others by choice, and applies them", async () => {
		const workspace = await openWorkspace();
		show(<SolutionDiff workspace={workspace} theme="light" />);
		const user = userEvent.setup();
		const diff = () => screen.getByText(/→/);
		expect(diff()).toHaveTextContent("app/page.tsx: starter page → solved page");
		await user.click(screen.getByRole("button", { name: /^app\/new\.ts/ }));
		expect(diff()).toHaveTextContent("app/new.ts: → solved new");
		await user.click(screen.getByRole("button", { name: "Apply to this file" }));
		expect(workspace.files()["app/new.ts"]).toBe("solved new");
		await user.click(screen.getByRole("button", { name: "Apply all" }));
		expect(screen.getByRole("status")).toHaveTextContent("the same as the solution");
	});

	it("says when the solution has no such file", async () => {
		const workspace = await openWorkspace();
		workspace.actions.create("app/mine.ts", "mine");
		show(<SolutionDiff workspace={workspace} theme="light" />);
		await userEvent.click(screen.getByRole("button", { name: "Delete this file" }));
		expect(workspace.files()).not.toHaveProperty(["app/mine.ts"]);
	});
});
