"use server";

import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { currentUser } from "@/lib/session";

type Field = "name" | "email" | "bio";
export type SettingsState = { typed?: Record<Field, string>; wrong?: Partial<Record<Field, string>> };

export async function saveSettings(_previous: SettingsState, formData: FormData): Promise<SettingsState> {
	const text = (field: Field) => {
		const value = formData.get(field);
		return typeof value === "string" ? value : "";
	};
	const typed = { name: text("name"), email: text("email"), bio: text("bio") };
	const { id } = await currentUser();
	const email = typed.email.trim().toLowerCase();
	const name = typed.name.trim();
	const users = await db.user.findMany();

	const wrong: SettingsState["wrong"] = {};
	if (name.length < 2) wrong.name = "Two letters at least.";
	if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) wrong.email = "No address.";
	else if (users.some((user) => user.email === email && user.id !== id)) wrong.email = "Taken.";
	if (typed.bio.length > 160) wrong.bio = "Too long.";
	if (Object.keys(wrong).length > 0) return { typed, wrong };

	await db.user.update({ where: { id }, data: { name, email, bio: typed.bio } });
	refresh();
	return {};
}
