"use server";

export async function countNothing() {
	throw new Error("The counter is broken");
}
