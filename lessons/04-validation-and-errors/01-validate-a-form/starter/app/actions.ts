"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function join(formData: FormData) {
	await db.user.create({
		data: {
			name: String(formData.get("name")),
			email: String(formData.get("email")),
			bio: String(formData.get("bio")),
		},
	});
	revalidatePath("/");
}
