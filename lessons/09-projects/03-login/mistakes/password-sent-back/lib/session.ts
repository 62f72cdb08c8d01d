import { cookies } from "next/headers";
import { type Account, findAccount } from "@/lib/accounts";
import { unsign } from "@/lib/sign";

/** Whose session the request belongs to that is being answered; `null` for a stranger. */
export async function currentAccount(): Promise<Account | null> {
	const session = (await cookies()).get("session");
	const email = session ? unsign(session.value) : null;
	return email === null ? null : findAccount(email);
}
