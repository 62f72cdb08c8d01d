import type { editor, Uri } from "monaco-editor";
import { isTooLarge, type Workspace } from "@/lib/workspace";
import { shownText } from "../shown-text";
import type { Monaco } from "./load";
import { minimalEdit } from "./minimal-edit";

/** One Monaco model for every file of the app, alive as long as the lesson is open: undo history is kept per file. */
export interface Models {
	get(path: string): editor.ITextModel | null;
	/** What Monaco and the TypeScript worker call the file. */
	uri(path: string): string;
	pathOf(uri: string): string | null;
}

const LANGUAGES: Record<string, string> = {
	ts: "typescript",
	tsx: "typescript",
	js: "javascript",
	jsx: "javascript",
	mjs: "javascript",
	css: "css",
	json: "json",
	html: "html",
	md: "markdown",
};

export function languageOf(path: string, text: string): string {
	// A text that the sandbox refuses would also keep the type checker busy for nothing.
	if (isTooLarge(text)) return "plaintext";
	return LANGUAGES[path.slice(path.lastIndexOf(".") + 1)] ?? "plaintext";
}

export function isTypeScript(path: string): boolean {
	return LANGUAGES[path.slice(path.lastIndexOf(".") + 1)] === "typescript";
}

/**
 * Keeps models and workspace the same, in both directions, until `signal` aborts; then the models are gone.
 * @param tellWorker has the TypeScript worker know models by their URIs, all at once; `null` when it is not running yet
 *   and will ask for all of them itself
 * @param onEdit told the path after every change of a text, typed or not
 */
export function createModels(
	monaco: Monaco,
	workspace: Workspace,
	tellWorker: ((...uris: Uri[]) => Promise<unknown>) | null,
	onEdit: (path: string) => void,
	signal: AbortSignal,
): Models {
	const models = new Map<string, { model: editor.ITextModel; text: string }>();
	let applying = false;
	// A running worker checks each model as it comes, when those that it imports are not there yet. So they come as plain
	// text, and become TypeScript when it knows them all.
	let arriving = tellWorker !== null;

	const uriOf = (path: string) => monaco.Uri.from({ scheme: "file", path: `/${path}` });

	function add(path: string, text: string): void {
		// A model of the same name may be left over from a lesson that is being closed.
		monaco.editor.getModel(uriOf(path))?.dispose();
		const model = monaco.editor.createModel(
			text,
			arriving ? "plaintext" : languageOf(path, text),
			uriOf(path),
		);
		model.updateOptions({ tabSize: 2, insertSpaces: false });
		models.set(path, { model, text });
		model.onDidChangeContent(() => {
			const entry = models.get(path);
			if (entry && !applying) {
				entry.text = model.getValue();
				workspace.actions.edit(path, entry.text);
			}
			matchLanguage(path);
			onEdit(path);
		});
	}

	function matchLanguage(path: string): void {
		const entry = models.get(path);
		if (!entry || arriving) return;
		const language = languageOf(path, entry.text);
		if (entry.model.getLanguageId() !== language) monaco.editor.setModelLanguage(entry.model, language);
	}

	function update(path: string, text: string): void {
		const entry = models.get(path);
		if (!entry || entry.text === text) return;
		entry.text = text;
		const change = minimalEdit(entry.model.getValue(), text);
		if (!change) return;
		applying = true;
		try {
			replace(monaco, entry.model, change);
		} finally {
			applying = false;
		}
	}

	function sync(): void {
		const paths = new Set(workspace.visiblePaths());
		for (const [path, { model }] of models) {
			if (paths.has(path)) continue;
			models.delete(path);
			model.dispose();
			onEdit(path);
		}
		for (const path of paths) {
			const text = shownText(workspace, path) ?? "";
			if (models.has(path)) update(path, text);
			else {
				add(path, text);
				onEdit(path);
			}
		}
	}

	function arrive(): void {
		arriving = false;
		for (const path of models.keys()) matchLanguage(path);
	}

	sync();
	tellWorker?.(...[...models.values()].map(({ model }) => model.uri)).then(arrive, arrive);
	const unsubscribe = workspace.store.subscribe((state, before) => {
		if (state.edits !== before.edits) sync();
	});
	signal.addEventListener(
		"abort",
		() => {
			unsubscribe();
			for (const { model } of models.values()) model.dispose();
			models.clear();
		},
		{ once: true },
	);

	return {
		get: (path) => models.get(path)?.model ?? null,
		uri: (path) => uriOf(path).toString(),
		pathOf(uri) {
			for (const [path, { model }] of models) if (model.uri.toString() === uri) return path;
			return null;
		},
	};
}

/** One undoable step; carets of editors that show the model stay on their line and column. */
function replace(
	monaco: Monaco,
	model: editor.ITextModel,
	change: { start: number; end: number; text: string },
): void {
	const editors = monaco.editor.getEditors().filter((each) => each.getModel() === model);
	const carets = editors.map((each) => each.getPosition());
	model.pushStackElement();
	const range = monaco.Range.fromPositions(
		model.getPositionAt(change.start),
		model.getPositionAt(change.end),
	);
	model.pushEditOperations([], [{ range, text: change.text }], () => null);
	model.pushStackElement();
	editors.forEach((each, index) => {
		const caret = carets[index];
		if (caret) each.setPosition(model.validatePosition(caret));
	});
}
