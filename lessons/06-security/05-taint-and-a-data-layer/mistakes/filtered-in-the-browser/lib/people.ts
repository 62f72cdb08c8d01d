import { experimental_taintObjectReference } from "react";
import { db, type User } from "@/lib/db";

/** Everybody, by name. */
export async function listPeople(): Promise<User[]> {
	return db.user.findMany({ orderBy: { name: "asc" } });
}

/** Those who have this text in their names. */
export async function findPeople(text: string): Promise<User[]> {
	const users = await db.user.findMany({ orderBy: { name: "asc" } });
	return users.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
}

/** All that is known of somebody. For the server only, which sends mail. */
export async function fullRecord(name: string): Promise<User> {
	const record = await db.user.findUnique({ where: { name } });
	if (!record) throw new Error(`There is no ${name}.`);
	experimental_taintObjectReference("A full record must not leave the server.", record);
	return record;
}
