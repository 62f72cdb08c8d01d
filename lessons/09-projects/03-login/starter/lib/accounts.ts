import { scryptSync, timingSafeEqual } from "node:crypto";

export interface Account {
	name: string;
	email: string;
	/** In whole cents. Nobody else's business. */
	balance: number;
	/** Of the password, which itself is not kept anywhere. */
	salt: string;
	hash: string;
}

const ACCOUNTS: Account[] = [
	{
		name: "Ada",
		email: "ada@example.com",
		balance: 184_350,
		salt: "pepper-and-salt",
		hash: "VRdOHinD7grCqxifTYXjZKcQ_EO09H6t0xh2WrksUwU",
	},
	{
		name: "Grace",
		email: "grace@example.com",
		balance: 90_609,
		salt: "salt-and-pepper",
		hash: "VHRpPr9KAPjYpa3YjLFUQnwVbGRhbBszL1Oaw-AP_Ag",
	},
];

export async function findAccount(email: string): Promise<Account | null> {
	return ACCOUNTS.find((account) => account.email === email) ?? null;
}

/** Whether this is the password of the account. */
export function isPassword(typed: string, account: Account): boolean {
	const hash = scryptSync(typed, account.salt, 32);
	return timingSafeEqual(hash, Buffer.from(account.hash, "base64url"));
}
