"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export interface Answer {
	message: string;
}

export async function sendPhoto(_previous: Answer | null, formData: FormData): Promise<Answer> {
	const photo = formData.get("photo");
	if (!(photo instanceof File) || photo.size === 0) return { message: "Choose a photo." };

	await db.message.create({ data: { name: photo.name, text: `${photo.size} bytes` } });
	revalidatePath("/");
	return { message: "Thank you for the photo." };
}
