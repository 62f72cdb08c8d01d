import { db } from "@/lib/db";

export default async function UnsubscribePage({ searchParams }: { searchParams: Promise<{ id?: string; sure?: string }> }) {
	const id = Number((await searchParams).id);
	const sure = (await searchParams).sure === "yes";
	const reader = await db.user.findUnique({ where: { id } });
	if (reader && sure) await db.user.delete({ where: { id } });
	if (!reader || sure) return <p role="status">You are not on the list any more.</p>;

	return (
		<>
			<h1>Unsubscribe</h1>
			<p>No more letters to {reader.email}?</p>
			<form method="get">
				<input type="hidden" name="id" value={id} />
				<button type="submit" name="sure" value="yes">
					Unsubscribe
				</button>
			</form>
		</>
	);
}
