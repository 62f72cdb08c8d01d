import { cookies } from "next/headers";
import { type Account, findAccount } from "@/lib/accounts";
import { unsign } from "@/lib/sign";

/** Whose session the request belongs to that is being answered; `null` for a stranger. */
export async function currentAccount(): Promise<Account | null> {
	const name = unsign((await cookies()).get("session")?.value ?? "");
	return name ? findAccount(`${name.toLowerCase()}@example.com`) : null;
}
