"use server";

import { db } from "@/lib/db";

export async function callMe(sent: {
	date: Date;
	map: Map<string, number>;
	set: Set<string>;
	bigint: bigint;
	bytes: Uint8Array;
	file: File;
	form: FormData;
	promise: Promise<string>;
}) {
	const seen = {
		date: sent.date instanceof Date && sent.date.getTime() === 0,
		map: sent.map instanceof Map && sent.map.get("a") === 1,
		set: sent.set instanceof Set && sent.set.has("b"),
		bigint: sent.bigint === 10n,
		bytes: sent.bytes instanceof Uint8Array && sent.bytes[2] === 3,
		file: sent.file instanceof Blob && (await sent.file.text()) === "words",
		form: sent.form instanceof FormData && sent.form.get("city") === "Turin",
		promise: (await sent.promise) === "later",
	};
	const text = Object.entries(seen)
		.map(([name, yes]) => `${name} ${yes ? "yes" : "no"}`)
		.join(", ");
	await db.message.create({ data: { name: "claim", text } });
}
