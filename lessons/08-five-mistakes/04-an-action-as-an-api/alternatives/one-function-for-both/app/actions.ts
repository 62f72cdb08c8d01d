"use server";

import { note } from "@/lib/note";

export async function noteParcel(formData: FormData) {
	await note({ code: formData.get("code"), flat: formData.get("flat") });
}
