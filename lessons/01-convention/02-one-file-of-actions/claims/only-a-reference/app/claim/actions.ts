"use server";

import { db } from "@/lib/db";

export async function actionWithAnUnusualName() {
	await db.message.create({ data: { name: "claim", text: "words from inside the action" } });
}
