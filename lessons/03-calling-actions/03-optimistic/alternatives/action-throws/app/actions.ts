"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { judge } from "@/lib/judge";

export async function setSolved(id: number, solved: boolean): Promise<void> {
	const refusal = await judge(id);
	if (refusal !== null) throw new Error(refusal);

	await db.problem.update({ where: { id }, data: { solved } });
	refresh();
}
