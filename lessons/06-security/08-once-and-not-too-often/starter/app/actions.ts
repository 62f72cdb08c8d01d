"use server";

import { revalidatePath } from "next/cache";
import { sendMail } from "@/lib/mail";

export interface Answer {
	message: string;
}

const SENT: Answer = { message: "A mail is on its way." };

export async function sendLink(_previous: Answer | null, formData: FormData): Promise<Answer> {
	const email = String(formData.get("email"));
	await sendMail(email, "Here is your link.");
	revalidatePath("/");
	return SENT;
}
