import { db } from "@/lib/db";

/**
 * Stands in for a mail service. While the table `problem` has a row "mail" that is not solved, it cannot be reached,
 * and every mail is an error.
 */
export async function sendWelcome(email: string): Promise<void> {
	if (await db.problem.findUnique({ where: { title: "mail", solved: false } })) {
		throw new Error(`connect ECONNREFUSED mail-7.internal:587, welcome mail to ${email}`);
	}
}
