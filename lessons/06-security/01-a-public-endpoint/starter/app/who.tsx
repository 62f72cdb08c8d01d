import Link from "next/link";
import { currentVisitor, signIn, signOut, VISITORS } from "@/lib/session";

/** Says who you are, and lets you be somebody else. */
export async function Who() {
	const visitor = await currentVisitor();

	async function become(formData: FormData) {
		"use server";
		const name = String(formData.get("name") ?? "");
		if (VISITORS.some((other) => other.name === name)) await signIn(name);
		else await signOut();
	}

	return (
		<>
			<nav>
				<Link href="/">Notices</Link>
				<Link href="/staff">Staff</Link>
				<span>{visitor ? `You are ${visitor.name}, ${visitor.role}.` : "You are not signed in."}</span>
			</nav>
			<form action={become} className="row">
				{VISITORS.map(({ name }) => (
					<button key={name} type="submit" name="name" value={name}>
						Sign in as {name}
					</button>
				))}
				<button type="submit">Sign out</button>
			</form>
		</>
	);
}
