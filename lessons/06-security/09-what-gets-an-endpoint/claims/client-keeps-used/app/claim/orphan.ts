"use server";

export async function orphan() {
	return "the orphan ran";
}
