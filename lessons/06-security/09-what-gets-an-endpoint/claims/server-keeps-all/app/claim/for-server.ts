"use server";

export async function used() {
	return "the used one ran";
}

export async function unused() {
	return "the unused one ran";
}
