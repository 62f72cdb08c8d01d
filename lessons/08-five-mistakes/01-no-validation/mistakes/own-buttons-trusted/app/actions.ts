"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { addGift } from "@/lib/pot";

const giftSchema = z.object({
	name: z.string().trim().min(1).max(40),
	amount: z.coerce.number().min(1).max(100),
});

export async function chipIn(formData: FormData) {
	const gift = giftSchema.safeParse(Object.fromEntries(formData));
	if (!gift.success) return;

	await addGift(gift.data.name, Math.round(gift.data.amount * 100));
	revalidatePath("/");
}

// The amount is a number of ours.
export async function giveQuickly(amount: number) {
	await addGift("Somebody", amount * 100);
	revalidatePath("/");
}
