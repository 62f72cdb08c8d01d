"use server";

import { refresh } from "next/cache";
import * as z from "zod";
import { addGift } from "@/lib/pot";

const giftSchema = z.object({
	name: z.string().trim().min(1).max(40).default("Somebody"),
	amount: z
		.string()
		.transform((text) => Math.round(Number(text) * 100))
		.pipe(z.int().min(100).max(10_000)),
});

export async function chipIn(formData: FormData) {
	const { data } = giftSchema.safeParse({
		name: formData.get("quick") ? undefined : formData.get("name"),
		amount: formData.get("quick") ?? formData.get("amount"),
	});
	if (data) {
		await addGift(data.name, data.amount);
		refresh();
	}
}
