import type { Workspace } from "@/lib/workspace";

/**
 * The text of a file as the editor shows it; `null` when there is no such file. Unlike `files()` also when it is too
 * large for the sandbox.
 */
export function shownText(workspace: Workspace, path: string): string | null {
	const { edits } = workspace.store.getState();
	const edited = edits[path];
	return edited === undefined ? workspace.starterText(path) : edited;
}
