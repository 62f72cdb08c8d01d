import type { editor } from "monaco-editor";

export interface Place {
	path: string;
	/** Counted from 1. */
	line: number;
	column: number;
}

/** Caret, selection and scroll position of each file, and the place somebody asked to see next. */
export interface Views {
	readonly widget: editor.IStandaloneCodeEditor | null;
	attach(widget: editor.IStandaloneCodeEditor): void;
	save(path: string): void;
	restore(path: string): void;
	/** Shown by the next `restore` of that path. */
	ask(place: Place): void;
}

export function createViews(): Views {
	const kept = new Map<string, editor.ICodeEditorViewState | null>();
	let widget: editor.IStandaloneCodeEditor | null = null;
	let asked: Place | null = null;
	return {
		get widget() {
			return widget;
		},
		attach(mounted) {
			widget = mounted;
			mounted.onDidDispose(() => {
				if (widget === mounted) widget = null;
			});
		},
		save(path) {
			if (widget) kept.set(path, widget.saveViewState());
		},
		restore(path) {
			if (!widget) return;
			const state = kept.get(path);
			if (state) widget.restoreViewState(state);
			if (asked?.path !== path) return;
			widget.setPosition({ lineNumber: asked.line, column: asked.column });
			widget.revealLineInCenterIfOutsideViewport(asked.line);
			widget.focus();
			asked = null;
		},
		ask(place) {
			asked = place;
		},
	};
}
