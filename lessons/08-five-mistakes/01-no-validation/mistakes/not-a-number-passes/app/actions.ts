"use server";

import { revalidatePath } from "next/cache";
import { addGift } from "@/lib/pot";

export async function chipIn(formData: FormData) {
	const name = formData.get("name");
	if (typeof name !== "string" || name.trim() === "" || name.length > 40) return;

	await give(name.trim(), Number(formData.get("amount")));
}

export async function giveQuickly(amount: number) {
	await give("Somebody", amount);
}

async function give(from: string, amount: number) {
	if (amount < 1 || amount > 100) return;
	await addGift(from, Math.round(amount * 100));
	revalidatePath("/");
}
