import { currentAccount } from "@/lib/session";

export default async function AccountPage() {
	const account = await currentAccount();

	return (
		<>
			<h1>Hello, {account?.name}</h1>
			<p>
				Your balance: <strong>{((account?.balance ?? 0) / 100).toFixed(2)}</strong>
			</p>
			<form>
				<button type="submit">Log out</button>
			</form>
		</>
	);
}
