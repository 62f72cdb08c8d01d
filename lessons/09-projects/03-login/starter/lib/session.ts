import { type Account, findAccount } from "@/lib/accounts";

/** Whose session the request belongs to that is being answered; `null` for a stranger. */
export async function currentAccount(): Promise<Account | null> {
	// To do: everybody is Ada.
	return findAccount("ada@example.com");
}
