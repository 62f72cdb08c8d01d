import { db } from "@/lib/db";
import { unsubscribe } from "./actions";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string }> }) {
	const id = Number((await searchParams).id);
	const reader = await db.user.findUnique({ where: { id } });
	if (!reader) return <p role="status">You are not on the list any more.</p>;

	return (
		<>
			<h1>Unsubscribe</h1>
			<p>No more letters to {reader.email}?</p>
			<form action={unsubscribe.bind(null, id)}>
				<button type="submit">Unsubscribe</button>
			</form>
		</>
	);
}
