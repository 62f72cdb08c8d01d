"use server";

export async function describe() {
	return { when: new Date(Date.UTC(2026, 0, 31)), likes: new Map([["Bread", 3]]) };
}
