"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { judge } from "@/lib/judge";

/** Marks a problem as solved or not, if the judge agrees. `error` says why it was refused. */
export async function setSolved(id: number, solved: boolean): Promise<{ error: string | null }> {
	const refusal = await judge(id);
	if (refusal !== null) return { error: refusal };

	await db.problem.update({ where: { id }, data: { solved } });
	revalidatePath("/");
	return { error: null };
}
