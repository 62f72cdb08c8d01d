"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function setSolved(formData: FormData) {
	const id = Number(formData.get("id"));
	await db.problem.update({ where: { id }, data: { solved: formData.get("solved") === "on" } });
	revalidatePath("/");
}
