"use server";

import { revalidatePath } from "next/cache";
import { addReader, Refused } from "@/lib/letter";

export async function subscribe(_previous: string, formData: FormData): Promise<string> {
	try {
		await addReader(String(formData.get("email") ?? "").trim());
	} catch (error) {
		if (error instanceof Refused) return error.message;
		throw error;
	}
	revalidatePath("/");
	return "";
}
