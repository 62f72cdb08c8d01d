"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { judge, judgeTitle } from "@/lib/judge";

/** `error` says why it was refused. */
export interface Answer {
	error: string | null;
}

export async function setSolved(id: number, solved: boolean): Promise<Answer> {
	const error = await judge(id);
	if (error !== null) return { error };
	await db.problem.update({ where: { id }, data: { solved } });
	revalidatePath("/");
	return { error: null };
}

export async function addProblem(title: string): Promise<Answer> {
	const error = await judgeTitle(title);
	if (error !== null) return { error };
	await db.problem.create({ data: { title, solved: false } });
	revalidatePath("/");
	return { error: null };
}
