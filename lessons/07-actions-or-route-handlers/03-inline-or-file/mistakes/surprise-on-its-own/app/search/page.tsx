import { db } from "@/lib/db";
import { borrow } from "../actions";

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
	const { q = "" } = await searchParams;
	const books = (await db.post.findMany()).filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()));

	return (
		<>
			<h1>Search</h1>
			<form className="row">
				<input name="q" aria-label="Title" defaultValue={q} />
				<button type="submit">Find</button>
			</form>
			<ul className="list">
				{books.map((book) => (
					<li key={book.id}>
						<form action={borrow} className="row">
							<span>
								{book.title} by {book.author}
							</span>
							<input type="hidden" name="title" value={book.title} />
							<button type="submit" aria-label={`Borrow ${book.title}`}>
								Borrow
							</button>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
