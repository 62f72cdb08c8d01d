"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";

const memberSchema = z.object({
	name: z.string().trim().min(2, "Your name needs at least two letters."),
	email: z.email("That does not look like an address, for instance ada@example.com."),
	bio: z.string().trim().max(160, "Please keep it to 160 characters."),
});

export interface JoinState {
	values: { name: string; email: string; bio: string };
	errors: { name?: string[]; email?: string[]; bio?: string[] };
	message: string;
}

export async function join(_previous: JoinState, formData: FormData): Promise<JoinState> {
	const values = {
		name: String(formData.get("name") ?? ""),
		email: String(formData.get("email") ?? ""),
		bio: String(formData.get("bio") ?? ""),
	};

	const parsed = memberSchema.safeParse(values);
	if (!parsed.success) {
		return { values, errors: z.flattenError(parsed.error).fieldErrors, message: "" };
	}

	await db.user.create({ data: parsed.data });
	revalidatePath("/");
	return {
		values: { name: "", email: "", bio: "" },
		errors: {},
		message: `Welcome, ${parsed.data.name}! You are in.`,
	};
}
