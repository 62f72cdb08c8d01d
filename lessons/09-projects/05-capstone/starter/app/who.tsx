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
		<form action={become} className="row">
			<span>{visitor ? `You are ${visitor.name}.` : "You are not signed in."}</span>
			{VISITORS.map(({ name }) => (
				<button key={name} type="submit" name="name" value={name}>
					Sign in as {name}
				</button>
			))}
			<button type="submit">Sign out</button>
		</form>
	);
}
