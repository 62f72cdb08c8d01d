"use server";

import { revalidatePath } from "next/cache";
import { mailsTo, sendMail } from "@/lib/mail";
import { firstTime } from "@/lib/once";

export interface Answer {
	message: string;
}

const SENT: Answer = { message: "A mail is on its way." };
const TOO_MANY: Answer = { message: "Too many mails. Try again in an hour." };

export async function sendLink(_previous: Answer | null, formData: FormData): Promise<Answer> {
	if (!(await firstTime(String(formData.get("key"))))) return SENT;

	const email = String(formData.get("email")).trim().toLowerCase();
	if ((await mailsTo(email, new Date(0))) >= 3) return TOO_MANY;

	await sendMail(email, "Here is your link.");
	revalidatePath("/");
	return SENT;
}
