// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

/** A line of `next build` as it is shown while it runs, or `null` for one that tells a waiting person nothing. */
export function compactLine(line: string): string | null {
	const text = line.replace(COLOURS, "").trim();
	if (text === "" || /^[┌├└│○●ƒ◐]/.test(text) || /^(Route \(|\+ First Load JS)/.test(text)) return null;
	return text;
}
