"use server";

export async function count(previous: number): Promise<number> {
	return previous + 1;
}
