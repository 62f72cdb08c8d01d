"use server";

import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export interface Answer {
	message: string;
}

const LARGEST = 1.5 * 1024 * 1024;

export async function sendPhoto(_previous: Answer | null, formData: FormData): Promise<Answer> {
	const photo = formData.get("photo");
	if (!(photo instanceof File) || photo.size === 0) return { message: "Choose a photo." };
	if (photo.size > LARGEST) return { message: "That photo is too large. The limit is 1.5 MB." };

	await db.message.create({ data: { name: photo.name, text: `${photo.size} bytes` } });
	revalidatePath("/");
	return { message: "Thank you for the photo." };
}
