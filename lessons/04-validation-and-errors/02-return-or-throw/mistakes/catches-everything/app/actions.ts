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
	try {
		if (await db.user.findUnique({ where: { email } })) throw new Error("You get the letter already.");
		await sendWelcome(email);
		await db.user.create({ data: { name: "", email, bio: "" } });
		revalidatePath("/");
		return { email: "", error: "", thanks: "Thank you!" };
	} catch (error) {
		return { email, error: error instanceof Error ? error.message : "Something went wrong.", thanks: "" };
	}
}
