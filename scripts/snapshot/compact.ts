import { transformSync } from "esbuild";
import { exportHints } from "@/sandbox-templates/webcontainer/async-context/lower/export-hints";
import { lower } from "@/sandbox-templates/webcontainer/async-context/lower/lower";
import { ASYNC_CONTEXT, WASM_PLACE } from "./packages";

/** Next.js looks for words and comments in its templates, and its compiler lowers what it makes of them. */
const TEMPLATES = /^next\/dist\/(esm\/)?build\/templates\//;
/** Words to bundlers in comments, which would be lost with the other comments. */
const SAID_TO_BUNDLERS = /webpack(Ignore|Mode|ChunkName|Include|Exclude)|turbopackIgnore/;

/**
 * A JavaScript file of a package, lowered and without white space and comments. Files that say something to bundlers keep
 * theirs, templates stay as they are.
 * @param file below node_modules
 */
export function compactScript(file: string, text: string): string {
	if (TEMPLATES.test(file) || file.startsWith(`${ASYNC_CONTEXT}/`) || file.startsWith(`${WASM_PLACE}/`))
		return text;
	const code = text.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n");
	const minify = !SAID_TO_BUNDLERS.test(code);
	const format = /\/esm\/|\.mjs$/.test(file) ? "esm" : "cjs";
	const lowered = lower(code, { format, file, minify });
	return lowered === code && minify ? withoutWhitespace(code) : lowered;
}

function withoutWhitespace(text: string): string {
	const shebang = /^#!.*\n/.exec(text)?.[0] ?? "";
	const { code } = transformSync(text.slice(shebang.length), {
		minifyWhitespace: true,
		legalComments: "none",
		tsconfigRaw: {},
		logLevel: "silent",
	});
	// Node.js reads from them which names `import { a }` can have; esbuild takes them for dead code.
	const hints = exportHints(text).map((hint) => `${hint};\n`);
	return `${shebang}${code}${hints.join("")}`;
}
