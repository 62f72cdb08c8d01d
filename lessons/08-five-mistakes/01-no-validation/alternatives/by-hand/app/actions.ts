"use server";

import { revalidatePath } from "next/cache";
import { addGift } from "@/lib/pot";

export async function chipIn(formData: FormData) {
	const name = formData.get("name");
	const amount = formData.get("amount");
	if (typeof name !== "string" || typeof amount !== "string") throw new Error("Not what the form sends.");

	const from = name.trim();
	if (from === "" || from.length > 40) throw new Error("A name has 1 to 40 characters.");
	await give(from, Number.parseFloat(amount));
}

export async function giveQuickly(amount: number) {
	await give("Somebody", amount);
}

async function give(from: string, amount: unknown) {
	// Turned around, so that what is not a number at all does not pass either.
	const good = typeof amount === "number" && amount >= 1 && amount <= 100;
	if (!good) throw new Error("An amount is between 1 and 100.");
	await addGift(from, Math.round(amount * 100));
	revalidatePath("/");
}
