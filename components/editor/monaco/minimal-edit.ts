/** Replace `before.slice(start, end)` with `text`. Offsets are UTF-16 units. */
export interface MinimalEdit {
	start: number;
	end: number;
	text: string;
}

/**
 * The one replacement that turns `before` into `after`, as short as common beginning and end allow; `null` when they are
 * equal. Never cuts a surrogate pair.
 */
export function minimalEdit(before: string, after: string): MinimalEdit | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
	if (isHighSurrogate(before, start - 1) || isHighSurrogate(after, start - 1)) start--;
	let tail = 0;
	while (
		tail < shorter - start &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail++;
	}
	if (isLowSurrogate(before, before.length - tail) || isLowSurrogate(after, after.length - tail)) tail--;
	return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isHighSurrogate(text: string, index: number): boolean {
	const unit = text.charCodeAt(index);
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
	const unit = text.charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff;
}
