"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { sendMail } from "@/lib/mail";

export async function invite(formData: FormData) {
	const name = String(formData.get("name"));
	await sendMail(name);
	await db.message.create({ data: { name, text: "invited" } });
	revalidatePath("/");
}

export async function remind(name: string) {
	await sendMail(name);
	await db.message.create({ data: { name, text: "reminded" } });
	revalidatePath("/");
}
