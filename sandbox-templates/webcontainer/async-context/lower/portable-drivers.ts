import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** An expression, as text, whose value is the drivers for a file that may run without our async context. */
export function portableDrivers(kind: "all" | "async"): string {
	const name = kind === "all" ? "portable.ts" : "portable-async.ts";
	let text = texts.get(name);
	if (text === undefined) {
		text = bundle(fileURLToPath(new URL(`../core/drivers/${name}`, import.meta.url)));
		texts.set(name, text);
	}
	return text;
}

const texts = new Map<string, string>();

function bundle(file: string): string {
	const { outputFiles } = buildSync({
		entryPoints: [file],
		bundle: true,
		minify: true,
		write: false,
		format: "esm",
		target: "es2022",
		legalComments: "none",
		tsconfigRaw: {},
	});
	const code = outputFiles[0]?.text.trim() ?? "";
	const [all, name] = /export\s*\{\s*(\S+) as default\s*\};?$/.exec(code) ?? [];
	if (!all) throw new Error(`${file} must have a default export and nothing else.`);
	return `(()=>{${code.slice(0, -all.length)}return ${name}})()`;
}
