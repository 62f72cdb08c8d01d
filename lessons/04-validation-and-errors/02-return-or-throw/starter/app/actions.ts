"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { sendWelcome } from "@/lib/mailer";

export async function subscribe(formData: FormData) {
	const email = String(formData.get("email") ?? "").trim();

	if (await db.user.findUnique({ where: { email } })) {
		throw new Error(`${email} gets the letter already.`);
	}

	await sendWelcome(email);
	await db.user.create({ data: { name: "", email, bio: "" } });
	revalidatePath("/");
}
