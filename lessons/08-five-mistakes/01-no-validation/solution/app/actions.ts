"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { addGift } from "@/lib/pot";

const amountSchema = z.number().min(1).max(100);

const giftSchema = z.object({
	name: z.string().trim().min(1).max(40),
	// What a form sends is text. An empty text would be coerced to 0, which is too little anyway.
	amount: z.coerce.number().pipe(amountSchema),
});

export async function chipIn(formData: FormData) {
	const gift = giftSchema.safeParse(Object.fromEntries(formData));
	if (!gift.success) return;

	await addGift(gift.data.name, Math.round(gift.data.amount * 100));
	revalidatePath("/");
}

export async function giveQuickly(given: number) {
	const amount = amountSchema.safeParse(given);
	if (!amount.success) return;

	await addGift("Somebody", Math.round(amount.data * 100));
	revalidatePath("/");
}
