"use server";

export async function refuse(previous: number): Promise<number> {
	return previous + 1;
}
