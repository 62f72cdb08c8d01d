"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { takes } from "@/lib/haggle";

export async function makeOffer(formData: FormData) {
	const offer = Math.round(Number(formData.get("offer")) * 100);
	if (!(await takes(Number(formData.get("painting")), offer))) redirect("/?refused=yes");

	await db.message.create({ data: { name: "sold", text: String(offer) } });
	revalidatePath("/");
}
