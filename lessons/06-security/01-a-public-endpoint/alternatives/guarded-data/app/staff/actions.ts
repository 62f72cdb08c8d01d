"use server";

import { revalidatePath } from "next/cache";
import { addNotice, removeNotice } from "@/lib/notices";

export async function pin(formData: FormData) {
	await addNotice(String(formData.get("text")));
	revalidatePath("/", "layout");
}

export async function takeDown(id: number) {
	await removeNotice(id);
	revalidatePath("/", "layout");
}
