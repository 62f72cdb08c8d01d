"use server";

import { refresh, revalidatePath, revalidateTag, updateTag } from "next/cache";
import { cookies, draftMode, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";

const schema = z.object({ name: z.string().min(2), email: z.email().optional() });

export async function save(_: unknown, data: FormData) {
	const parsed = schema.safeParse(Object.fromEntries(data));
	if (!parsed.success) return { errors: z.flattenError(parsed.error).fieldErrors };
	(await cookies()).set("name", parsed.data.name, { httpOnly: true, maxAge: 60 });
	after(async () => {
		await (await headers()).get("host");
	});
	revalidatePath("/");
	return { saved: parsed.data.name };
}

export async function saveAndGo(data: FormData) {
	(await cookies()).set("name", String(data.get("name")));
	revalidatePath("/read");
	redirect("/read");
}

export async function forget() {
	(await cookies()).delete("name");
	refresh();
}

export async function bust() {
	updateTag("probe");
	revalidateTag("probe", "max");
}

export async function add(by: number) {
	return { sum: by + 1, at: new Date(0), map: new Map([[by, new Set([1n])]]) };
}

export async function refuse() {
	throw new Error("refused on purpose");
}

export async function lose() {
	notFound();
}

export async function draft() {
	(await draftMode()).enable();
	(await draftMode()).disable();
}

export async function upload(data: FormData) {
	const file = data.get("file");
	return file instanceof File ? (await file.arrayBuffer()).byteLength : 0;
}
