import { ASYNC_CONTEXT, CONFIG_COMPILER, WASM_PLACE } from "./packages";

export interface Patch {
	/** Below node_modules. */
	file: string;
	find: string;
	replace: string;
	why: string;
}

/** What Next.js 16.3.7 must do otherwise in a WebContainer. */
export const PATCHES: Patch[] = [
	{
		file: "next/dist/build/swc/options.js",
		find: "node: process.versions.node\n                }\n            }\n        };\n    } else {",
		replace: `node: process.versions.node
                },
                include: isNodeModules && !/webpack[\\\\/]loaders[\\\\/]/.test(filename) ? undefined : ["transform-async-to-generator", "transform-async-generator-functions"]
            }
        };
    } else {`,
		why: "The learner's code on the server is lowered in the compiler's one pass; packages are lowered already.",
	},
	{
		file: "next/dist/build/swc/index.js",
		find: "const isWebContainer = process.versions.webcontainer;",
		replace: "const isWebContainer = true;",
		why: "No native compiler is in the snapshot: looking for one fills the log with warnings.",
	},
	{
		file: "next/dist/build/swc/index.js",
		find: "let bindings = await loadWasm('');",
		replace: `let bindings = await loadWasm(_path.default.join(_path.default.dirname(require.resolve('next/package.json')), 'wasm'));`,
		why: `The compiler is in ${WASM_PLACE}; nothing shall be downloaded. Next.js looks for it in the app's folder first.`,
	},
	{
		file: "next/dist/build/swc/index.js",
		find: "return rawBindings.codeFrameColumns(Buffer.from(source), location, options);",
		replace: `const given = {};
            for (const name of ['linesAbove', 'linesBelow', 'maxWidth', 'highlightCode', 'message']) if (options?.[name] !== undefined) given[name] = options[name];
            given.color = options?.color ? 'Error' : 'None';
            try { return rawBindings.codeFrameColumns(Buffer.from(source), location, given); } catch { return undefined; }`,
		why: "The wasm compiler refuses the options that Next.js gives (no boolean, nothing undefined): a plain 500 instead of the error page.",
	},
	{
		file: "next/dist/build/swc/index.js",
		find: "return rawBindings.transform(src.toString(), removeUndefined(options));",
		replace: `if (options?.isModule === 'unknown') return Promise.resolve(require('${CONFIG_COMPILER}').toCommonJs(src.toString()));
            return rawBindings.transform(src.toString(), removeUndefined(options));`,
		why: "next.config.ts and what it imports must become CommonJS, which the wasm compiler cannot make.",
	},
	{
		file: "next/dist/build/swc/index.js",
		find: "return rawBindings.transformSync(src.toString(), removeUndefined(options));",
		replace: `if (options?.isModule === 'unknown') return require('${CONFIG_COMPILER}').toCommonJs(src.toString());
            return rawBindings.transformSync(src.toString(), removeUndefined(options));`,
		why: "next.config.ts and what it imports must become CommonJS, which the wasm compiler cannot make.",
	},
	{
		file: "next/dist/lib/typescript/runTypeScriptCli.js",
		find: "async function getTypeScriptConfigurationCli({ baseDir, tsConfigPath, tscPath }) {\n",
		replace: `async function getTypeScriptConfigurationCli({ baseDir, tsConfigPath, tscPath }) {
    if (_nodefs.statSync(tscPath).size === 0) {
        return { ...require('next/dist/compiled/json5').parse(_nodefs.readFileSync(tsConfigPath, 'utf8')), files: [] };
    }
`,
		why: "The compiler of TypeScript is a stub here: tsconfig.json is read, not asked for from a process.",
	},
	{
		file: "next/dist/server/dev/hot-reloader-shared-utils.js",
		find: "// use NPM registry regardless user using Yarn\n            res = await fetch(",
		replace: "res = await (async () => undefined)(",
		why: "A sandbox asks no other host for anything: whether there is a newer version stays unknown.",
	},
];

/** CommonJS files with which a process of `next dev` begins. */
export const ENTRIES = [
	"next/dist/bin/next",
	"next/dist/compiled/jest-worker/processChild.js",
	"next/dist/compiled/jest-worker/threadChild.js",
	"next/dist/server/dev/static-paths-worker.js",
	"next/dist/server/lib/start-server.js",
];

/**
 * The text of a file of `node_modules` as a WebContainer needs it.
 * @param file below node_modules
 * Throws where a place to change is not as it is known, as after an update of Next.js.
 */
export function patched(file: string, text: string, patches: Patch[] = PATCHES): string {
	let result = text;
	for (const { file: wanted, find, replace, why } of patches) {
		if (wanted !== file) continue;
		if (result.split(find).length !== 2) {
			throw new Error(
				`${file} is not as the snapshot knows it; has Next.js been updated? Not found exactly once: "${find.slice(0, 80)}". (${why})`,
			);
		}
		result = result.replace(find, () => replace);
	}
	return result;
}

/** Loads our async context as the first thing that an entry does. */
export function withAsyncContext(text: string): string {
	const shebang = /^#!.*\n/.exec(text)?.[0] ?? "";
	return `${shebang}require(${JSON.stringify(ASYNC_CONTEXT)});${text.slice(shebang.length)}`;
}
