"use server";

import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export interface SellState {
	values: { name: string; price: string };
	error: string;
}

export async function sell(_previous: SellState, formData: FormData): Promise<SellState> {
	const values = { name: String(formData.get("name") ?? ""), price: String(formData.get("price") ?? "") };

	await db.product.create({ data: { name: values.name, price: Math.round(Number(values.price) * 100) } });
	redirect("/");
}
