import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findAccount, isPassword } from "@/lib/accounts";
import { sign } from "@/lib/sign";

async function logIn(formData: FormData) {
	"use server";
	const email = formData.get("email");
	const password = formData.get("password");
	const known = typeof email === "string" ? await findAccount(email) : null;
	if (known && typeof password === "string" && isPassword(password, known)) {
		(await cookies()).set("session", sign(known.name), { httpOnly: true, sameSite: "lax" });
		redirect("/account");
	}
	redirect(`/login?refused=${encodeURIComponent(String(email ?? ""))}`);
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ refused?: string }> }) {
	const { refused } = await searchParams;

	return (
		<>
			<h1>Log in</h1>
			<form action={logIn} className="card" noValidate key={refused}>
				{refused !== undefined && <p role="alert">That was not right.</p>}
				<div className="field">
					<label htmlFor="email">Email</label>
					<input id="email" name="email" defaultValue={refused} />
				</div>
				<div className="field">
					<label htmlFor="password">Password</label>
					<input id="password" name="password" type="password" />
				</div>
				<button type="submit">Log in</button>
			</form>
		</>
	);
}
