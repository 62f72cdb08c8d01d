/**
 * A table as CSV (RFC 4180), with a byte order mark so that spreadsheets read it as UTF-8. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it: names and messages come from learners.
 */
export function toCsv(header: readonly string[], rows: readonly (string | number | null)[][]): string {
	return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number | null): string {
	if (value === null) return "";
	if (typeof value === "number") return String(value);
	const safe = isFormula(value) ? `'${value}` : value;
	return /[",\r\n\t';]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Also behind white space and invisible signs, and in the full-width forms that some spreadsheets take as well. */
function isFormula(text: string): boolean {
	return /^[\s\p{C}'"]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/u.test(text) || /^[\t\r\n]/.test(text);
}
