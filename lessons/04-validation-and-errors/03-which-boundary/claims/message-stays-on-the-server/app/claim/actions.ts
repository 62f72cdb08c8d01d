"use server";

export async function fail() {
	throw new Error("claimed failure");
}
