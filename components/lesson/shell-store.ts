import { createStore, type StoreApi } from "zustand/vanilla";

/** What a narrow screen shows; a wide one shows all four at once. */
export type Pane = "read" | "code" | "preview" | "checks";
/** The tabs beside the preview. */
export type SideTab = "checks" | "inspector" | "console" | "log" | "build";

/** What the rest of the page may ask of the editor. */
export interface EditorCommands {
	/** Shows a file and a line of it, counted from 1. Neither the caret nor the focus moves. */
	look(path: string, line?: number): void;
	/** Shows the solution beside the learner's files. */
	showSolution(): void;
}

export interface ShellState {
	/** `null` until the editor is there. */
	editor: EditorCommands | null;
	pane: Pane;
	sideTab: SideTab;
	/** The check whose details are open. */
	openCheck: string | null;
}

export interface Shell {
	store: StoreApi<ShellState>;
	setEditor(editor: EditorCommands | null): void;
	showPane(pane: Pane): void;
	showTab(tab: SideTab): void;
	/** Brings a check's details into sight, wherever they are. */
	showCheck(id: string): void;
	toggleCheck(id: string): void;
	/** Brings the inspector into sight, wherever it is. */
	showInspector(): void;
}

export function createShell(): Shell {
	const store = createStore<ShellState>(() => ({
		editor: null,
		pane: "read",
		sideTab: "checks",
		openCheck: null,
	}));
	return {
		store,
		setEditor: (editor) => store.setState({ editor }),
		showPane: (pane) => store.setState({ pane }),
		showTab: (sideTab) => store.setState({ sideTab }),
		showCheck: (openCheck) => store.setState({ pane: "checks", sideTab: "checks", openCheck }),
		showInspector: () => store.setState({ pane: "checks", sideTab: "inspector" }),
		toggleCheck: (id) => store.setState((state) => ({ openCheck: state.openCheck === id ? null : id })),
	};
}
