"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";

export interface Answer {
	message: string;
}

const schema = z
	.file("Choose a photo.")
	.min(1, "Choose a photo.")
	.max(1.5 * 1024 * 1024, "That photo is too large. The limit is 1.5 MB.");

export async function sendPhoto(_previous: Answer | null, formData: FormData): Promise<Answer> {
	const parsed = schema.safeParse(formData.get("photo"));
	if (!parsed.success) return { message: z.flattenError(parsed.error).formErrors[0] ?? "Choose a photo." };

	await db.message.create({ data: { name: parsed.data.name, text: `${parsed.data.size} bytes` } });
	revalidatePath("/");
	return { message: "Thank you for the photo." };
}
