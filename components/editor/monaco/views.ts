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
	/** `back`: with the caret and scroll position the file had; without, only what was asked is shown. */
	restore(path: string, back?: boolean): void;
	/** Shown by the next `restore` of that path. */
	ask(place: Place): void;
	/** As {@link ask}, but only to be seen: the line is marked, and the caret stays where it is. */
	askLook(path: string, line: number): void;
}

const LOOK_MS = 8_000;

export function createViews(): Views {
	const kept = new Map<string, editor.ICodeEditorViewState | null>();
	let widget: editor.IStandaloneCodeEditor | null = null;
	let asked: Place | null = null;
	let look: { path: string; line: number } | null = null;
	let unmark = () => {};

	function mark(shown: editor.IStandaloneCodeEditor, line: number): void {
		unmark();
		const marked = shown.createDecorationsCollection([
			{
				range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
				options: { isWholeLine: true, className: "led-line", linesDecorationsClassName: "led-line-edge" },
			},
		]);
		const timer = setTimeout(() => unmark(), LOOK_MS);
		unmark = () => {
			clearTimeout(timer);
			marked.clear();
			unmark = () => {};
		};
	}
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
		restore(path, back = true) {
			if (!widget) return;
			const state = back ? kept.get(path) : null;
			if (state) widget.restoreViewState(state);
			if (look?.path === path) {
				const line = Math.min(look.line, widget.getModel()?.getLineCount() ?? look.line);
				look = null;
				widget.revealLineInCenterIfOutsideViewport(line);
				mark(widget, line);
			}
			if (asked?.path !== path) return;
			widget.setPosition({ lineNumber: asked.line, column: asked.column });
			widget.revealLineInCenterIfOutsideViewport(asked.line);
			widget.focus();
			asked = null;
		},
		ask(place) {
			asked = place;
		},
		askLook(path, line) {
			look = { path, line };
		},
	};
}
