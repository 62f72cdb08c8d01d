import { db, type User } from "@/lib/db";

/** Who sent the request that is being answered. Signing in is a project of its own; here you are always Ada. */
export async function currentUser(): Promise<User> {
	const user = await db.user.findUnique({ where: { id: 1 } });
	if (!user) throw new Error("The data file has no user 1.");
	return user;
}
