"use server";

export async function keep() {}

export function isTooLong(text: string) {
	return text.length > 80;
}
