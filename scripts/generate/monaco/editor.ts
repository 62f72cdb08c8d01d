/**
 * The editor as the browser loads it: only the languages that a Next.js app has, workers from our own origin.
 * Bundled by esbuild into public/monaco-esm; never imported by the product's own modules.
 */
import "monaco-editor/features/register.all.js";
import "monaco-editor/languages/definitions/css/register.js";
import "monaco-editor/languages/definitions/html/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/markdown/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import { languages } from "monaco-editor/editor/editor.api.js";
// @ts-expect-error Monaco publishes the grammar without declarations.
import { conf, language } from "monaco-editor/languages/definitions/typescript/typescript.js";

export * from "monaco-editor/editor/editor.api.js";
export * as css from "monaco-editor/languages/features/css/register.js";
export * as json from "monaco-editor/languages/features/json/register.js";
export * as typescript from "monaco-editor/languages/features/typescript/register.js";

/**
 * TypeScript by its colours only. Models of the language "typescript" belong to the app in the eyes of the type checker;
 * the solution beside it must not.
 */
languages.register({ id: "typescript-colours" });
languages.setLanguageConfiguration("typescript-colours", conf);
languages.setMonarchTokensProvider("typescript-colours", language);

const WORKERS: Record<string, string> = {
	typescript: "ts.worker.js",
	javascript: "ts.worker.js",
	json: "json.worker.js",
	css: "css.worker.js",
};

Object.assign(globalThis, {
	MonacoEnvironment: {
		getWorker(_moduleId: string, label: string): Worker {
			const file = WORKERS[label] ?? "editor.worker.js";
			return new Worker(new URL(file, import.meta.url), { type: "module", name: label });
		},
	},
});

/** Resolves when the editor's own style sheet is in the page; without it Monaco measures nonsense. */
export const styles: Promise<void> = new Promise((resolve, reject) => {
	const href = new URL("editor.css", import.meta.url).href;
	const present = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
	if (present.some((link) => link.href === href && link.sheet)) return resolve();
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = href;
	link.addEventListener("load", () => resolve());
	link.addEventListener("error", () => reject(new Error("The editor's style sheet could not be loaded.")));
	document.head.append(link);
});
