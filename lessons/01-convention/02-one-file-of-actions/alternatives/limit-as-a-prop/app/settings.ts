export function maxLength(): number {
	return 80;
}
