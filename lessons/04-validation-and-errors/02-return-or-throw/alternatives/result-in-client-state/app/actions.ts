"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { sendWelcome } from "@/lib/mailer";

export type SubscribeResult = { ok: true } | { ok: false; error: string };

export async function subscribe(formData: FormData): Promise<SubscribeResult> {
	const email = String(formData.get("email") ?? "").trim();

	if (await db.user.findUnique({ where: { email } })) {
		return { ok: false, error: "This address is on the list." };
	}

	await sendWelcome(email);
	await db.user.create({ data: { name: "", email, bio: "" } });
	revalidatePath("/");
	return { ok: true };
}
