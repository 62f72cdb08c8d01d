import { cookies } from "next/headers";
import { type Account, findAccount } from "@/lib/accounts";

/** Whose session the request belongs to that is being answered; `null` for a stranger. */
export async function currentAccount(): Promise<Account | null> {
	const session = (await cookies()).get("session");
	return session ? findAccount(session.value) : null;
}
