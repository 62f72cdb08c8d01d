"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";
import { memberSchema } from "./schema";

export async function join(_previous: unknown, formData: FormData) {
	const raw = Object.fromEntries(formData);
	const parsed = memberSchema.safeParse(raw);
	if (!parsed.success) {
		return { ok: false as const, raw, errors: z.treeifyError(parsed.error).properties };
	}
	await db.user.create({ data: parsed.data });
	revalidatePath("/", "layout");
	return { ok: true as const };
}
