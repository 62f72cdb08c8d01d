"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

export async function changeEmail(formData: FormData) {
	const user = await currentUser();
	if (!user) throw new Error("Please sign in.");

	await db.user.update({ where: { id: user.id }, data: { email: String(formData.get("email")) } });
	revalidatePath("/");
}
