import type { editor } from "monaco-editor";
import { formatFile } from "./format";
import type { Monaco } from "./monaco/load";
import { minimalEdit } from "./monaco/minimal-edit";

/**
 * Formats a model in one undoable step, with the caret kept at the same code.
 * @returns a sentence for people when nothing could be formatted, else `null`
 */
export async function formatModel(
	monaco: Monaco,
	path: string,
	model: editor.ITextModel,
	widget: editor.IStandaloneCodeEditor | null,
): Promise<string | null> {
	const before = model.getValue();
	const shown = widget?.getModel() === model ? widget : null;
	const position = shown?.getPosition();
	const result = await formatFile(path, before, position ? model.getOffsetAt(position) : 0);
	if (result.kind === "unsupported") return `There is no formatter for ${path}.`;
	if (result.kind === "failed") return result.message;
	// Typed on while Prettier worked: the text is another one now.
	if (model.isDisposed() || model.getValue() !== before) return null;
	const change = minimalEdit(before, result.text);
	if (!change) return null;
	const range = monaco.Range.fromPositions(
		model.getPositionAt(change.start),
		model.getPositionAt(change.end),
	);
	model.pushStackElement();
	model.pushEditOperations([], [{ range, text: change.text }], () => null);
	model.pushStackElement();
	if (position) shown?.setPosition(model.getPositionAt(result.caret));
	return null;
}
