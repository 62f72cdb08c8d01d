"use server";

import { db } from "@/lib/db";

export async function inner(caller: string) {
	await db.message.create({ data: { name: "claim", text: "inner" } });
	return `inner was called by ${caller}`;
}

export async function outer() {
	const answer = await inner("outer");
	await db.message.create({ data: { name: "claim", text: "outer" } });
	return answer;
}
