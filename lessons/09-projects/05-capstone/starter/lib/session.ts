import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";

export interface Visitor {
	name: string;
}

/** Everybody who can sign in. There are no passwords here: signing in is a lesson of its own. */
export const VISITORS: Visitor[] = [
	{ name: "Ada" },
	{ name: "Grace" },
];

/** A real app keeps this outside of its code. */
const SECRET = "known to this playground only";

/** Who sent the request that is being answered, or `null`. For pages and for actions alike. */
export async function currentVisitor(): Promise<Visitor | null> {
	const [name = "", signature = ""] = ((await cookies()).get("session")?.value ?? "").split(".");
	const given = Buffer.from(signature);
	const expected = Buffer.from(sign(name));
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	return VISITORS.find((visitor) => visitor.name === name) ?? null;
}

export async function signIn(name: string): Promise<void> {
	(await cookies()).set("session", `${name}.${sign(name)}`, { httpOnly: true, sameSite: "lax" });
}

export async function signOut(): Promise<void> {
	(await cookies()).delete("session");
}

/** Only somebody who has the secret can make this for a name. */
function sign(name: string): string {
	return createHmac("sha256", SECRET).update(name).digest("base64url");
}
