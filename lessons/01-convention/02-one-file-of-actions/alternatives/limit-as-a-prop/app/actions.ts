"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { maxLength } from "./settings";

export const addTip = async (formData: FormData) => {
	const text = String(formData.get("text")).trim();
	if (text === "" || text.length > maxLength()) return;
	await db.message.create({ data: { name: "tip", text } });
	revalidatePath("/");
};
