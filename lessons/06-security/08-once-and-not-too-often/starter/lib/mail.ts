import { db } from "@/lib/db";

/** A mail server far away. Each mail that went out is a row of the table `message`. */
export async function sendMail(to: string, text: string): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 200));
	await db.message.create({ data: { name: to, text } });
}

/** How many mails went to this address, letter for letter, since then. */
export async function mailsTo(to: string, since: Date): Promise<number> {
	const mails = await db.message.findMany({ where: { name: to } });
	return mails.filter(({ createdAt }) => new Date(createdAt) >= since).length;
}
