"use server";

export async function report() {
	console.log("reported");
}
