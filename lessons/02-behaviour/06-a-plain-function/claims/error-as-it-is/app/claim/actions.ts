"use server";

import { db } from "@/lib/db";

class OutOfStock extends Error {}

export async function inner() {
	throw new OutOfStock("no lemons");
}

export async function outer() {
	try {
		await inner();
	} catch (error) {
		const text = error instanceof OutOfStock ? `caught ${error.message}` : "caught something else";
		await db.message.create({ data: { name: "claim", text } });
	}
}
