"use server";

import { revalidateTag } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { db } from "@/lib/db";

const offerSchema = z.object({ name: z.string().trim().min(2), price: z.coerce.number().positive() });

export async function sell(formData: FormData) {
	const parsed = offerSchema.safeParse({ name: formData.get("name"), price: formData.get("price") });
	if (!parsed.success) redirect("/sell?refused=yes");

	const { name, price } = parsed.data;
	await db.product.create({ data: { name, price: Math.round(price * 100) } });
	revalidateTag("products", { expire: 0 });
	redirect("/");
}
