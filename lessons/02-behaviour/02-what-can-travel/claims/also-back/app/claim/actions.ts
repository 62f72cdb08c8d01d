"use server";

export async function callMe() {
	const form = new FormData();
	form.set("city", "Turin");
	return {
		date: new Date(0),
		map: new Map([["a", 1]]),
		set: new Set(["b"]),
		bigint: 10n,
		bytes: new Uint8Array([1, 2, 3]),
		file: new File(["words"], "note.txt"),
		form,
		promise: Promise.resolve("later"),
	};
}
