"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function setSolved(id: number) {
	await db.problem.update({ where: { id }, data: { solved: true } });
	revalidatePath("/");
}
