import { type Loader, type TransformOptions, transformSync } from "esbuild";
import { exportHints } from "./export-hints";
import { replaceHelpers, UNSUPPORTED } from "./helpers";

/** The first words of every lowered file, by which it is known again. */
export const LOWERED_MARK = "/*async-context: lowered*/";

export interface LowerOptions {
	/** `cjs` keeps what Node.js reads the names of a CommonJS file's exports from. */
	format: "cjs" | "esm";
	/** The file's name, for messages. */
	file?: string;
	loader?: Extract<Loader, "js" | "jsx" | "ts" | "tsx">;
	/** Leaves out white space and comments. */
	minify?: boolean;
}

/** A file that cannot be lowered. The message says where and why. */
export class LoweringError extends Error {
	override readonly name = "LoweringError";
}

/**
 * Rewrites async functions, async generators and `for await` into generators and calls of our drivers, so that each
 * `await` passes a `then`. Nothing else changes. A file that has none of them, or has been lowered, is given back as
 * it is.
 *
 * Throws `LoweringError` for a syntax error and for top-level `await`, which no function can be made of.
 */
export function lower(source: string, options: LowerOptions): string {
	const { format, file = "a file", loader = "js", minify = false } = options;
	const { shebang, code } = splitShebang(source);
	if (code.startsWith(LOWERED_MARK) || !/\basync\b/.test(code)) return source;

	const transform = (text: string, more: TransformOptions) => {
		try {
			return transformSync(text, { ...more, sourcefile: file, tsconfigRaw: {}, logLevel: "silent" }).code;
		} catch (error) {
			throw new LoweringError(`${file} cannot be lowered. ${(error as Error).message}`, { cause: error });
		}
	};
	const swapped = replaceHelpers(transform(code, { loader, supported: UNSUPPORTED }));
	if (swapped === null) return source;

	const lowered = minify ? transform(swapped, { minifyWhitespace: true }) : swapped;
	const hints = format === "cjs" ? exportHints(code).map((hint) => `${hint};\n`) : [];
	return `${shebang}${LOWERED_MARK}${lowered}${hints.join("")}`;
}

function splitShebang(source: string): { shebang: string; code: string } {
	const shebang = /^#!.*\n/.exec(source)?.[0] ?? "";
	return { shebang, code: source.slice(shebang.length) };
}
