"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { sendWelcome } from "@/lib/mailer";

export interface SubscribeState {
	email: string;
	error: string;
	thanks: string;
}

export async function subscribe(_previous: SubscribeState, formData: FormData): Promise<SubscribeState> {
	const email = String(formData.get("email") ?? "").trim();

	if (await db.user.findUnique({ where: { email } })) {
		return { email, error: `${email} gets the letter already.`, thanks: "" };
	}

	await sendWelcome(email);
	await db.user.create({ data: { name: "", email, bio: "" } });
	revalidatePath("/");
	return { email: "", error: "", thanks: `Thank you! The next letter goes to ${email}, too.` };
}
