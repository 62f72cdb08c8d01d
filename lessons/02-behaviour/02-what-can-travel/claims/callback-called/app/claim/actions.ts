"use server";

export async function callMe(done: (text: string) => void) {
	done("called");
}
