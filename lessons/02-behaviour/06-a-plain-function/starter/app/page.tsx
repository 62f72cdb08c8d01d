import { db } from "@/lib/db";
import { Desk } from "./desk";

export default async function LibraryPage() {
	const loans = await db.like.findMany();
	const books = (await db.post.findMany({ orderBy: { id: "asc" } })).map(({ id, title }) => ({
		id,
		title,
		lentTo: loans.find((loan) => loan.postId === id)?.by ?? null,
	}));

	return (
		<>
			<h1>The library</h1>
			<p className="muted">One book at a time, please.</p>
			<Desk books={books} />
		</>
	);
}
