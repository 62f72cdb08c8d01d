"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { db } from "@/lib/db";

const offerSchema = z.object({
	name: z.string().trim().min(2, "What is it? Two letters at least."),
	price: z.coerce.number("The price is a number.").positive("The price is more than nothing."),
});

export interface SellState {
	values: { name: string; price: string };
	error: string;
}

export async function sell(_previous: SellState, formData: FormData): Promise<SellState> {
	const values = { name: String(formData.get("name") ?? ""), price: String(formData.get("price") ?? "") };
	const parsed = offerSchema.safeParse(values);
	if (!parsed.success) return { values, error: parsed.error.issues[0]?.message ?? "Please check the form." };

	const { name, price } = parsed.data;
	await db.product.create({ data: { name, price: Math.round(price * 100) } });
	redirect("/");
}
