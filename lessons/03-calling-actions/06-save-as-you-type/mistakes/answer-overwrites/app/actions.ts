"use server";

import { storeDraft } from "@/lib/storage";

export async function saveDraft(text: string): Promise<string> {
	await storeDraft(text);
	return text;
}
