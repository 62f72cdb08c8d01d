import { db, type User } from "@/lib/db";

export interface Person {
	id: number;
	name: string;
	bio: string;
}

/** Everybody, by name. */
export async function listPeople(): Promise<Person[]> {
	const users = await db.user.findMany({ orderBy: { name: "asc" } });
	return users.map(({ id, name, bio }) => ({ id, name, bio }));
}

/** Those who have this text in their names. */
export async function findPeople(text: string): Promise<Person[]> {
	const people = await listPeople();
	return people.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
}

/** All that is known of somebody. For the server only, which sends mail. */
export async function fullRecord(name: string): Promise<User> {
	const record = await db.user.findUnique({ where: { name } });
	if (!record) throw new Error(`There is no ${name}.`);
	return { ...record, email: "" };
}
