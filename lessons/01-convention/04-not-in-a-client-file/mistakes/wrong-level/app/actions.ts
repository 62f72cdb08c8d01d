import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function setSolved(id: number, solved: boolean) {
	"use server";
	await db.problem.update({ where: { id }, data: { solved } });
	revalidatePath("/");
}
