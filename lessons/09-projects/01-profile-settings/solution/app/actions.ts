"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

const settingsSchema = z.object({
	name: z.string().trim().min(2, "Your name needs at least two letters."),
	email: z.string().trim().toLowerCase().pipe(z.email("That does not look like an address.")),
	bio: z.string().trim().max(160, "Please keep it to 160 characters."),
});

export interface SettingsState {
	values: { name: string; email: string; bio: string };
	errors: { name?: string[]; email?: string[]; bio?: string[] };
	message: string;
}

export async function saveSettings(_previous: SettingsState, formData: FormData): Promise<SettingsState> {
	const values = {
		name: String(formData.get("name") ?? ""),
		email: String(formData.get("email") ?? ""),
		bio: String(formData.get("bio") ?? ""),
	};
	const user = await currentUser();
	const parsed = settingsSchema.safeParse(values);
	if (!parsed.success) {
		return { values, errors: z.flattenError(parsed.error).fieldErrors, message: "" };
	}

	const other = await db.user.findUnique({ where: { email: parsed.data.email } });
	if (other && other.id !== user.id) {
		return { values, errors: { email: ["Somebody else has this address."] }, message: "" };
	}

	await db.user.update({ where: { id: user.id }, data: parsed.data });
	revalidatePath("/");
	return { values: parsed.data, errors: {}, message: "Saved." };
}
