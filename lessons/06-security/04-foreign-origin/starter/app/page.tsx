import { currentUser, signIn } from "@/lib/session";

export default async function SettingsPage() {
	const user = await currentUser();

	async function signInAsAda() {
		"use server";
		await signIn("Ada");
	}

	if (!user) {
		return (
			<form action={signInAsAda}>
				<button type="submit">Sign in as Ada</button>
			</form>
		);
	}

	return (
		<>
			<h1>Hello, {user.name}</h1>
			<p>Your bills go to {user.email}.</p>
			<form action="/api/email" method="post" className="card">
				<div className="field">
					<label htmlFor="email">New address</label>
					<input id="email" name="email" type="email" required />
				</div>
				<button type="submit">Change</button>
			</form>
		</>
	);
}
