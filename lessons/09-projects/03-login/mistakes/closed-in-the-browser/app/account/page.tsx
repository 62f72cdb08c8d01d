import { currentAccount } from "@/lib/session";
import { logOut } from "../login/actions";
import { StrangersOut } from "./strangers-out";

export default async function AccountPage() {
	const account = await currentAccount();

	return (
		<>
			<StrangersOut known={account !== null} />
			<h1>Hello, {account?.name ?? "stranger"}</h1>
			<p>
				Your balance: <strong>{((account?.balance ?? 0) / 100).toFixed(2)}</strong>
			</p>
			<form action={logOut}>
				<button type="submit">Log out</button>
			</form>
		</>
	);
}
