import { db } from "@/lib/db";

/** What went out this week: each letter has a link at its end. */
export default async function OutboxPage() {
	const readers = await db.user.findMany({ orderBy: { id: "asc" } });

	return (
		<>
			<h1>Sent on Tuesday</h1>
			<ul className="list">
				{readers.map((reader) => (
					<li key={reader.id}>
						<p>
							To {reader.email}: Dear {reader.name}, the harbour will have a second lighthouse.
						</p>
						<a href={`/unsubscribe?id=${reader.id}`}>Unsubscribe {reader.name}</a>
					</li>
				))}
			</ul>
		</>
	);
}
