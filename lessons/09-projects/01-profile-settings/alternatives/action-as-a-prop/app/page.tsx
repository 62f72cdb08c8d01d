import { revalidatePath } from "next/cache";
import * as z from "zod";
import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";
import { SettingsForm, type SettingsState } from "./settings-form";

export default async function SettingsPage() {
	const { name, email, bio } = await currentUser();

	async function save(_previous: SettingsState, formData: FormData): Promise<SettingsState> {
		"use server";
		const me = await currentUser();
		const others = (await db.user.findMany()).filter((user) => user.id !== me.id);
		const parsed = z
			.object({
				name: z.string().trim().min(2, "Too short."),
				email: z
					.email("No address.")
					.refine((email) => others.every((other) => other.email !== email), "Taken by somebody else."),
				bio: z.string().max(160, "Too long."),
			})
			.safeParse(Object.fromEntries(formData));
		if (!parsed.success) {
			const typed = Object.fromEntries(
				["name", "email", "bio"].map((field) => [field, String(formData.get(field))]),
			);
			return { errors: z.treeifyError(parsed.error).properties ?? {}, fields: typed };
		}
		await db.user.update({ where: { id: me.id }, data: parsed.data });
		revalidatePath("/", "layout");
		return { errors: {}, fields: parsed.data, saved: true };
	}

	return (
		<>
			<p className="muted">
				Signed in as <strong data-testid="who">{name}</strong>
			</p>
			<h1>Settings</h1>
			<SettingsForm action={save} initial={{ name, email, bio }} />
		</>
	);
}
