const HINT =
	/(?:^|[;}\n])[ \t]*(0\s*&&\s*)(?=\(?\s*(?:module\s*\.\s*exports|exports\s*[.[]|__exportStar\b|__export\b))/g;
const OPEN = "([{";
const CLOSE = ")]}";

/**
 * The statements `0 && (module.exports = { a, b })` of a CommonJS file. They do nothing when the file runs, and so
 * esbuild drops them; but Node.js reads from them which names `import { a }` can have.
 */
export function exportHints(source: string): string[] {
	const hints: string[] = [];
	for (const match of source.matchAll(HINT)) {
		const start = match.index + match[0].length - (match[1]?.length ?? 0);
		hints.push(source.slice(start, statementEnd(source, start)));
	}
	return hints;
}

function statementEnd(source: string, start: number): number {
	let depth = 0;
	let quote = "";
	for (let at = start; at < source.length; at++) {
		const char = source.charAt(at);
		if (quote) {
			if (char === "\\") at++;
			else if (char === quote) quote = "";
		} else if (char === '"' || char === "'" || char === "`") quote = char;
		else if (OPEN.includes(char)) depth++;
		else if (CLOSE.includes(char)) {
			if (depth === 0) return at;
			depth--;
		} else if (depth === 0 && (char === ";" || char === "\n")) return at;
	}
	return source.length;
}
