"use server";

import { revalidatePath } from "next/cache";
import { addGift } from "@/lib/pot";

export async function chipIn(formData: FormData) {
	const name = formData.get("name") as string;
	const amount = Number(formData.get("amount"));

	await addGift(name, Math.round(amount * 100));
	revalidatePath("/");
}

export async function giveQuickly(amount: number) {
	await addGift("Somebody", amount * 100);
	revalidatePath("/");
}
