"use server";

export async function refuse() {
	throw new Error("No more likes today");
}
