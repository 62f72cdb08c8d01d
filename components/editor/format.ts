import type { Plugin } from "prettier";

export type Formatted =
	| { kind: "formatted"; text: string; caret: number }
	/** There is no formatter for this sort of file. */
	| { kind: "unsupported" }
	| { kind: "failed"; message: string };

type Parser = "typescript" | "css" | "json" | "html";

const PARSERS: Record<string, Parser> = {
	ts: "typescript",
	tsx: "typescript",
	js: "typescript",
	jsx: "typescript",
	css: "css",
	json: "json",
	html: "html",
};

/** How the lessons' own files are formatted: the diff with the solution shall show code, not white space. */
const STYLE = { useTabs: true, tabWidth: 2, printWidth: 110 } as const;

/**
 * Formats a file in the style of the lessons. Prettier is loaded at the first call.
 * @param caret offset in UTF-16 units; gives where it stands afterwards
 */
export async function formatFile(path: string, text: string, caret: number): Promise<Formatted> {
	const parser = PARSERS[path.slice(path.lastIndexOf(".") + 1)];
	if (!parser) return { kind: "unsupported" };
	const [prettier, plugins] = await Promise.all([import("prettier/standalone"), pluginsFor(parser)]);
	try {
		const result = await prettier.formatWithCursor(text, {
			...STYLE,
			parser,
			plugins,
			cursorOffset: Math.min(Math.max(caret, 0), text.length),
		});
		return { kind: "formatted", text: result.formatted, caret: Math.max(0, result.cursorOffset) };
	} catch (error) {
		return { kind: "failed", message: syntaxMessage(path, error) };
	}
}

async function pluginsFor(parser: Parser): Promise<Plugin[]> {
	switch (parser) {
		case "css":
			return [await import("prettier/plugins/postcss")];
		case "html":
			return [await import("prettier/plugins/html")];
		case "json":
			return Promise.all([import("prettier/plugins/babel"), estree()]);
		case "typescript":
			return Promise.all([import("prettier/plugins/typescript"), estree()]);
	}
}

async function estree(): Promise<Plugin> {
	// Declared without its printers, which are there.
	return (await import("prettier/plugins/estree")) as unknown as Plugin;
}

function syntaxMessage(path: string, error: unknown): string {
	const line = (error as { loc?: { start?: { line?: number } } } | null)?.loc?.start?.line;
	const where = typeof line === "number" ? ` in line ${line}` : "";
	return `${path} was not formatted: there is a syntax error${where}. Mend it, then format again.`;
}
