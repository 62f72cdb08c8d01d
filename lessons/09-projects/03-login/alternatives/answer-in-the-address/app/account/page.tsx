import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentAccount } from "@/lib/session";

async function logOut() {
	"use server";
	(await cookies()).set("session", "", { maxAge: 0 });
	redirect("/login");
}

export default async function AccountPage() {
	const account = await currentAccount();
	if (!account) redirect("/login");

	return (
		<>
			<h1>Hello, {account.name}</h1>
			<p>
				Your balance: <strong>{(account.balance / 100).toFixed(2)}</strong>
			</p>
			<form action={logOut}>
				<button type="submit">Log out</button>
			</form>
		</>
	);
}
