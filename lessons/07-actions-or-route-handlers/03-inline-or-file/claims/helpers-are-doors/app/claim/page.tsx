import { ids, note } from "./actions";

export default async function Page() {
	const { exported, own } = await ids();
	return (
		<form action={note}>
			<p data-testid="exported">{exported}</p>
			<p data-testid="own">{own}</p>
			<button type="submit">Note</button>
		</form>
	);
}
