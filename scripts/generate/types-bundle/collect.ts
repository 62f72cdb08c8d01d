import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** Packages whose documentation comments cost more than they help; the others keep theirs for the hover texts. */
const WITHOUT_COMMENTS = [
	/^node_modules\/@types\/node\//,
	/^node_modules\/csstype\//,
	/^node_modules\/undici-types\//,
];
const PACKAGE_FIELDS = ["name", "version", "type", "main", "types", "typings", "exports", "typesVersions"];

/**
 * Every declaration file that `entry` reaches, and of each package the parts of package.json by which modules are
 * resolved: path relative to `root` → text.
 * @throws when an import of `entry` cannot be resolved, or something outside node_modules is reached
 */
export function collectTypes(root: string, entry: string): Record<string, string> {
	const program = ts.createProgram([join(root, entry)], {
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		target: ts.ScriptTarget.ES2022,
		lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
		jsx: ts.JsxEmit.ReactJSX,
		types: [],
		noEmit: true,
	});
	refuseUnresolved(program, join(root, entry));

	const files: Record<string, string> = {};
	for (const source of program.getSourceFiles()) {
		if (program.isSourceFileDefaultLibrary(source) || source.fileName === join(root, entry)) continue;
		const path = posix(relative(root, source.fileName));
		if (!path.startsWith("node_modules/"))
			throw new Error(`The types bundle reaches ${path}, outside node_modules.`);
		files[path] = trimDeclarations(path, source.text);
		for (const folder of foldersOf(path)) {
			const manifest = `${folder}/package.json`;
			if (manifest in files || !existsSync(join(root, manifest))) continue;
			files[manifest] = trimPackage(readFileSync(join(root, manifest), "utf8"));
		}
	}
	return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function refuseUnresolved(program: ts.Program, entry: string): void {
	const messages = [
		...program.getOptionsDiagnostics(),
		...program.getSemanticDiagnostics(program.getSourceFile(entry)),
	].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
	if (messages.length > 0) throw new Error(`The types bundle is incomplete:\n${messages.join("\n")}`);
}

/** Without source maps, and without comments where they are not worth their size. `///` lines stay: they are code. */
export function trimDeclarations(path: string, text: string): string {
	const lean = text.replace(/^\/\/# sourceMappingURL=.*$/gm, "").replace(/\r\n/g, "\n");
	if (!WITHOUT_COMMENTS.some((pattern) => pattern.test(path))) return lean;
	return lean
		.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm, "")
		.replace(/^[ \t]*\/\/(?!\/).*\n/gm, "")
		.replace(/\n{2,}/g, "\n");
}

/** The fields by which TypeScript finds a package's declarations. */
export function trimPackage(text: string): string {
	const manifest = JSON.parse(text) as Record<string, unknown>;
	return JSON.stringify(
		Object.fromEntries(PACKAGE_FIELDS.filter((key) => key in manifest).map((key) => [key, manifest[key]])),
	);
}

function foldersOf(path: string): string[] {
	const folders: string[] = [];
	for (let folder = dirname(path); folder.includes("/"); folder = dirname(folder)) folders.push(folder);
	return folders;
}

function posix(path: string): string {
	return path.split(sep).join("/");
}
