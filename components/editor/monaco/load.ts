import { monacoUrl } from "@generated/monaco-asset";
import { typesUrl } from "@generated/types-asset";
import { loader } from "@monaco-editor/react";
import type * as monacoEditor from "monaco-editor";
import * as z from "zod/mini";
import { defineThemes } from "./themes";

export type Monaco = typeof monacoEditor;
type MonacoModule = Monaco & { styles: Promise<void> };

/** Numbers of the TypeScript in Monaco's worker, for which Monaco publishes no names. */
const MODULE_RESOLUTION_BUNDLER: number = 100;
const TARGET_ES2022: number = 9;

const typesSchema = z.record(z.string(), z.string());

let loading: Promise<Monaco> | null = null;

/**
 * Monaco with the types of everything a learner's app imports, loaded once a page. Rejects with words for people when a
 * file could not be loaded; the next call tries again.
 */
export function loadMonaco(): Promise<Monaco> {
	loading ??= load().catch((error: unknown) => {
		loading = null;
		throw error;
	});
	return loading;
}

async function load(): Promise<Monaco> {
	const [monaco, types] = await Promise.all([importMonaco(), fetchTypes()]);
	defineThemes(monaco);
	const { typescriptDefaults } = monaco.typescript;
	typescriptDefaults.setCompilerOptions({
		target: TARGET_ES2022,
		lib: ["lib.esnext.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
		module: monaco.typescript.ModuleKind.ESNext,
		moduleResolution: MODULE_RESOLUTION_BUNDLER,
		jsx: monaco.typescript.JsxEmit.ReactJSX,
		strict: true,
		allowJs: false,
		skipLibCheck: true,
		noEmit: true,
		esModuleInterop: true,
		resolveJsonModule: true,
		isolatedModules: true,
		allowNonTsExtensions: true,
		types: [],
		baseUrl: "file:///",
		paths: { "@/*": ["./*"] },
	});
	typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
	// Files that are not open must still be known to those that import them.
	typescriptDefaults.setEagerModelSync(true);
	// Before the first model: otherwise every import is red until the types arrive.
	typescriptDefaults.setExtraLibs(
		Object.entries(types).map(([path, content]) => ({ filePath: `file:///${path}`, content })),
	);
	loader.config({ monaco });
	return monaco;
}

async function importMonaco(): Promise<Monaco> {
	try {
		const module = (await import(
			/* turbopackIgnore: true */ /* webpackIgnore: true */ monacoUrl
		)) as MonacoModule;
		await module.styles;
		return module;
	} catch (cause) {
		throw new Error("The editor could not be loaded. Check that the playground is running, then try again.", {
			cause,
		});
	}
}

async function fetchTypes(): Promise<Record<string, string>> {
	const message = "The editor's type information could not be loaded.";
	const response = await fetch(typesUrl).catch((cause: unknown) => {
		throw new Error(message, { cause });
	});
	if (!response.ok) throw new Error(`${message} The playground answered ${response.status}.`);
	return typesSchema.parse(await response.json());
}
