"use server";

import { revalidatePath } from "next/cache";
import { mailsTo, sendMail } from "@/lib/mail";
import { firstTime } from "@/lib/once";

export interface Answer {
	message: string;
}

export async function sendLink(key: string, _previous: Answer | null, formData: FormData): Promise<Answer> {
	const email = String(formData.get("email")).toLowerCase();
	if (await firstTime(key)) {
		const count = await mailsTo(email, new Date(Date.now() - 3_600_000));
		if (count >= 3) return { message: "Too many mails. Try again in an hour." };
		await sendMail(email, "Here is your link.");
		revalidatePath("/");
	}
	return { message: "A mail is on its way." };
}
