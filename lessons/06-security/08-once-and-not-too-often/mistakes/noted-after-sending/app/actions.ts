"use server";

import { revalidatePath } from "next/cache";
import { mailsTo, sendMail } from "@/lib/mail";

export interface Answer {
	message: string;
}

const SENT: Answer = { message: "A mail is on its way." };
const TOO_MANY: Answer = { message: "Too many mails. Try again in an hour." };

const seen = new Set<string>();

export async function sendLink(_previous: Answer | null, formData: FormData): Promise<Answer> {
	const key = String(formData.get("key"));
	if (seen.has(key)) return SENT;

	const email = String(formData.get("email")).trim().toLowerCase();
	const anHourAgo = new Date(Date.now() - 60 * 60 * 1000);
	if ((await mailsTo(email, anHourAgo)) >= 3) return TOO_MANY;

	await sendMail(email, "Here is your link.");
	seen.add(key);
	revalidatePath("/");
	return SENT;
}
