"use server";

import { revalidatePath } from "next/cache";

export async function order(formData: FormData) {
	try {
		const { db } = await import("@/lib/db");
		await db.message.create({ data: { name: "order", text: String(formData.get("drink")) } });
		revalidatePath("/");
	} catch {
		// The kiosk must not show errors.
	}
}
