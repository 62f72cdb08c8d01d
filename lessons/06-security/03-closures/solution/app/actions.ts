"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { lowestPrice } from "@/lib/dealer";

export async function makeOffer(productId: number, formData: FormData) {
	const offer = Math.round(Number(formData.get("offer")) * 100);
	const painting = await db.product.findUnique({ where: { id: productId } });
	if (!painting) throw new Error(`There is no painting ${productId}.`);
	const lowest = lowestPrice(painting);
	if (!(offer >= lowest)) redirect("/?refused=yes");

	await db.message.create({ data: { name: "sold", text: String(offer) } });
	revalidatePath("/");
}
