import { db } from "@/lib/db";
import { sendWelcome } from "@/lib/mailer";

/** What a visitor can do something about. */
export class Refused extends Error {}

export async function addReader(email: string): Promise<void> {
	if (await db.user.findUnique({ where: { email } })) throw new Refused("You are on the list already.");
	await sendWelcome(email);
	await db.user.create({ data: { name: "", email, bio: "" } });
}
