/** Who is reading. Signing in is another lesson; here you are always Ada. */
export async function currentReader(): Promise<string> {
	return "Ada";
}

/** Votes that each reader has. */
export const VOTES = 2;
