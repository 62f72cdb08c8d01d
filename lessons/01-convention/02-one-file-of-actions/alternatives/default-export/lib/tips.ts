export const MAX_LENGTH = 80;

export function isTooLong(text: string): boolean {
	return text.length > MAX_LENGTH;
}
