"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { print } from "@/lib/printer";

export async function printBadge(formData: FormData) {
	await print(String(formData.get("name")));
	revalidatePath("/desk", "layout");
}

export async function printAll() {
	for (const guest of await db.user.findMany()) await print(guest.name);
	revalidatePath("/desk", "layout");
}

export async function togglePlug() {
	const open = await db.problem.findUnique({ where: { title: "printer", solved: false } });
	if (open) await db.problem.update({ where: { id: open.id }, data: { solved: true } });
	else await db.problem.create({ data: { title: "printer", solved: false } });
	revalidatePath("/desk", "layout");
}
