"use server";

export async function report() {
	return { answer: "reported" };
}
