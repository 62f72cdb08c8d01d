"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { sendMail } from "@/lib/mail";
import { firstTime } from "@/lib/once";

export interface Answer {
	message: string;
}

const SENT: Answer = { message: "A mail is on its way." };
const TOO_MANY: Answer = { message: "Too many mails. Try again in an hour." };

export async function sendLink(_previous: Answer | null, formData: FormData): Promise<Answer> {
	if (!(await firstTime(String(formData.get("key"))))) return SENT;

	const jar = await cookies();
	const count = Number(jar.get("mails")?.value ?? 0);
	if (count >= 3) return TOO_MANY;
	jar.set("mails", String(count + 1), { maxAge: 3600, httpOnly: true });

	await sendMail(String(formData.get("email")).trim().toLowerCase(), "Here is your link.");
	revalidatePath("/");
	return SENT;
}
