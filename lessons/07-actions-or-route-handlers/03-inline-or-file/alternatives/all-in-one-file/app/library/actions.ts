"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export const borrow = async (formData: FormData) => {
	const loans = await db.message.findMany();
	if (loans.length < 2)
		await db.message.create({ data: { name: "loan", text: String(formData.get("title")) } });
	revalidatePath("/", "layout");
};

export const returnAll = async () => {
	const loans = await db.message.findMany();
	for (const { id } of loans) await db.message.delete({ where: { id } });
	revalidatePath("/", "layout");
};
