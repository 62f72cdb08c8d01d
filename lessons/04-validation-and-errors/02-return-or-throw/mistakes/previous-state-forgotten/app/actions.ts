"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { sendWelcome } from "@/lib/mailer";

export interface SubscribeState {
	email: string;
	error: string;
	thanks: string;
}

// The annotation of the second argument is what hides the slip from TypeScript.
export async function subscribe(formData: SubscribeState | FormData, _unused: FormData): Promise<SubscribeState> {
	const email = String((formData as FormData).get("email") ?? "").trim();

	if (await db.user.findUnique({ where: { email } })) {
		return { email, error: `${email} gets the letter already.`, thanks: "" };
	}

	await sendWelcome(email);
	await db.user.create({ data: { name: "", email, bio: "" } });
	revalidatePath("/");
	return { email: "", error: "", thanks: "Thank you!" };
}
