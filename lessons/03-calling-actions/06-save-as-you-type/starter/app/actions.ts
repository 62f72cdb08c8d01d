"use server";

import { storeDraft } from "@/lib/storage";

export async function saveDraft(text: string) {
	await storeDraft(text);
}
