import { filePathSchema, isSafePath, MAX_FILE_BYTES } from "@/lib/sandbox/files";
import { matchesAnyGlob } from "./globs";

const HIDDEN_FILES: ReadonlySet<string> = new Set([
	"instrumentation.ts",
	"instrumentation-client.ts",
	"next.config.ts",
	"package.json",
	"tsconfig.json",
	"next-env.d.ts",
]);
const HIDDEN_FOLDERS = ["data/", "public/__sandbox/", "app/%5F%5Fsandbox/"];

/** Files that carry the sandbox itself: not shown in the tree and never a learner's to change. */
export function isHidden(path: string): boolean {
	return (
		HIDDEN_FILES.has(path) ||
		HIDDEN_FOLDERS.some((folder) => path.startsWith(folder)) ||
		path.split("/").some((segment) => segment.startsWith("."))
	);
}

/** Whether `text` is longer, as UTF-8, than a sandbox file may be. */
export function isTooLarge(text: string): boolean {
	// A UTF-16 unit takes one to three bytes; only texts in between need to be counted.
	if (text.length > MAX_FILE_BYTES) return true;
	if (text.length * 3 <= MAX_FILE_BYTES) return false;
	return new TextEncoder().encode(text).length > MAX_FILE_BYTES;
}

export function tooLargeMessage(path: string): string {
	return `${path} is larger than ${MAX_FILE_BYTES / 1_000_000} MB. Your text is kept here, but the sandbox goes on with the last version that fitted. Make the file smaller or undo the change.`;
}

/**
 * Why no file may come into being at `path`, in words; `null` when it may.
 * @param structure patterns inside which the lesson lets files be created
 * @param present paths of the app as it is
 */
export function refuseNewPath(
	path: string,
	structure: readonly string[],
	present: readonly string[],
): string | null {
	if (path.trim() === "") return "Give the file a name.";
	if (path !== path.trim() || path.split("/").some((segment) => segment !== segment.trim())) {
		return `“${path}” begins or ends with a space. Take it away.`;
	}
	if (path.endsWith("/")) return "Add a file name after the last slash, for instance page.tsx.";
	if (!isSafePath(path) || !filePathSchema.safeParse(path).success) {
		return `“${path}” is not a path inside the app. Use a relative path with forward slashes and without “..”.`;
	}
	if (isHidden(path)) return `${path} belongs to the sandbox itself. Choose another name.`;
	if (!matchesAnyGlob(structure, path)) {
		return `This lesson keeps its files in ${inWords(structure)}. ${path} is outside.`;
	}
	if (present.includes(path)) return `${path} exists already. Choose another name.`;
	const folded = path.toLowerCase();
	for (const other of present) {
		const foldedOther = other.toLowerCase();
		// Folders of macOS and Windows do not tell letter case apart; the sandbox may stand in one.
		if (foldedOther === folded) return `${other} differs from ${path} only in upper and lower case.`;
		if (foldedOther.startsWith(`${folded}/`)) return `${path} is a folder already. Choose another name.`;
		if (folded.startsWith(`${foldedOther}/`)) return `${other} is a file, so nothing can stand inside it.`;
	}
	return null;
}

/** Why `path` may not be taken away or renamed; `null` when it may. */
export function refuseRemoval(
	path: string,
	rules: { structure: readonly string[]; readonly: readonly string[]; present: readonly string[] },
): string | null {
	if (!rules.present.includes(path)) return `There is no file ${path}.`;
	if (isHidden(path)) return `${path} belongs to the sandbox itself and stays.`;
	if (rules.readonly.includes(path)) return `${path} is read-only in this lesson and stays.`;
	if (!matchesAnyGlob(rules.structure, path)) {
		return `This lesson lets you change the set of files only in ${inWords(rules.structure)}; ${path} stays.`;
	}
	return null;
}

function inWords(structure: readonly string[]): string {
	const places = structure.map((pattern) => pattern.replace(/\/\*\*$/, "/"));
	if (places.length < 2) return places[0] ?? "no folder";
	return `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`;
}
