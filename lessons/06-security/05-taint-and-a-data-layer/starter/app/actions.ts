"use server";

import { db } from "@/lib/db";
import { findPeople, fullRecord } from "@/lib/people";
import type { ShownPerson } from "./directory";

export async function search(_previous: ShownPerson[], formData: FormData): Promise<ShownPerson[]> {
	return findPeople(String(formData.get("text")));
}

/** Each row of the table `message` is a mail that went out. */
export async function invite(name: string) {
	const person = await fullRecord(name);
	await db.message.create({ data: { name: person.email, text: `Dear ${person.name}, come and see us.` } });
}
