import "server-only";
import { db, type User } from "@/lib/db";

/** An object with methods of its own is more than data: React does not send it anywhere. */
class FullRecord {
	readonly #user: User;

	constructor(user: User) {
		this.#user = user;
	}

	get name() {
		return this.#user.name;
	}

	get email() {
		return this.#user.email;
	}
}

async function publicPeople() {
	const users = await db.user.findMany({ orderBy: { name: "asc" } });
	return users.map((user) => ({ id: user.id, name: user.name, bio: user.bio }));
}

export const listPeople = publicPeople;

export async function findPeople(text: string) {
	return (await publicPeople()).filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
}

export async function fullRecord(name: string): Promise<FullRecord> {
	const user = await db.user.findUnique({ where: { name } });
	if (!user) throw new Error(`There is no ${name}.`);
	return new FullRecord(user);
}
