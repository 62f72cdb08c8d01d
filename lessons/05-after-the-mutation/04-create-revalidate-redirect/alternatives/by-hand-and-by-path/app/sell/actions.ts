"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export interface SellState {
	values: { name: string; price: string };
	error: string;
}

/** What speaks against an offer, or an empty string. */
function fault(name: string, price: number): string {
	if (name.length < 2) return "Please give it a name.";
	if (!Number.isFinite(price) || price <= 0) return "Please give it a price.";
	return "";
}

export async function sell(_previous: SellState, formData: FormData): Promise<SellState> {
	const values = { name: String(formData.get("name")).trim(), price: String(formData.get("price")) };
	const price = Number(values.price);
	const error = fault(values.name, price);
	if (error) return { values, error };

	await db.product.create({ data: { name: values.name, price: Math.round(price * 100) } });
	revalidatePath("/");
	redirect("/");
}
