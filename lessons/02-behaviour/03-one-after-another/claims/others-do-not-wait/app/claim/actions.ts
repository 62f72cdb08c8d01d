"use server";

import { db } from "@/lib/db";

/** Takes as long as there is a row of the claim's in the table draft, at most eight seconds. */
export async function slow() {
	const deadline = Date.now() + 8_000;
	await db.message.create({ data: { name: "claim", text: "slow begins" } });
	while (Date.now() < deadline && (await db.draft.count({ where: { owner: "claim" } })) > 0) {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await db.message.create({ data: { name: "claim", text: "slow ends" } });
}

export async function quick() {
	await db.message.create({ data: { name: "claim", text: "quick" } });
}
