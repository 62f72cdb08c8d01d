import { experimental_taintObjectReference } from "react";
import { db, type User } from "@/lib/db";

const PUBLIC = ["id", "name", "bio"] as const;
type Person = Pick<User, (typeof PUBLIC)[number]>;

/** The only reader of the table. No row that it returns can leave the server. */
async function rows(): Promise<User[]> {
	const users = await db.user.findMany({ orderBy: { name: "asc" } });
	for (const user of users) experimental_taintObjectReference("Rows stay on the server.", user);
	return users;
}

/** The columns that everybody may see. */
function pick(user: User): Person {
	return Object.fromEntries(PUBLIC.map((column) => [column, user[column]])) as unknown as Person;
}

export async function listPeople(): Promise<Person[]> {
	return (await rows()).map(pick);
}

export async function findPeople(text: string): Promise<Person[]> {
	return (await rows()).filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())).map(pick);
}

export async function fullRecord(name: string): Promise<User> {
	const record = (await rows()).find((row) => row.name === name);
	if (!record) throw new Error(`There is no ${name}.`);
	return record;
}
