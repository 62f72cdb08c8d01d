"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export async function makeOffer(lowest: number, formData: FormData) {
	const offer = Math.round(Number(formData.get("offer")) * 100);
	if (!(offer >= lowest)) redirect("/?refused=yes");

	await db.message.create({ data: { name: "sold", text: String(offer) } });
	revalidatePath("/");
}
