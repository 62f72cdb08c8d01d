"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { addGift } from "@/lib/pot";

const amountSchema = z.coerce.number().int().min(1).max(100);
const nameSchema = z.string().trim().min(1).max(40);

export async function chipIn(formData: FormData) {
	const name = nameSchema.safeParse(formData.get("name"));
	if (name.success) await give(name.data, formData.get("amount"));
}

export async function giveQuickly(amount: number) {
	await give("Somebody", amount);
}

async function give(from: string, given: unknown) {
	const amount = amountSchema.safeParse(given);
	if (!amount.success) return;
	await addGift(from, amount.data * 100);
	revalidatePath("/");
}
