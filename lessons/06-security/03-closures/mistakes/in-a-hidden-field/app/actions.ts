"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function makeOffer(formData: FormData) {
	const offer = Math.round(Number(formData.get("offer")) * 100);
	const lowest = Number(formData.get("lowest"));
	if (!(offer >= lowest)) redirect("/?refused=yes");

	await db.message.create({ data: { name: "sold", text: String(offer) } });
	revalidatePath("/");
}
