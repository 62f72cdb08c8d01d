import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { type Account, findAccount } from "@/lib/accounts";
import { db } from "@/lib/db";

/** Sessions stand in the table `draft`: the owner is an email, the text an id that nobody can guess. */
async function currentRow() {
	const text = (await cookies()).get("session")?.value;
	return text ? db.draft.findUnique({ where: { text } }) : null;
}

export async function currentAccount(): Promise<Account | null> {
	const row = await currentRow();
	return row && findAccount(row.owner);
}

export async function beginSession({ email }: Account): Promise<void> {
	const { text } = await db.draft.create({ data: { owner: email, text: randomUUID() } });
	(await cookies()).set({ name: "session", value: text, httpOnly: true, sameSite: "strict" });
}

export async function endSession(): Promise<void> {
	const row = await currentRow();
	if (row) await db.draft.delete({ where: { id: row.id } });
	(await cookies()).delete("session");
}
