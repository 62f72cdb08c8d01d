import { db } from "@/lib/db";
import { BorrowButton } from "../borrow-button";

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
	const { q = "" } = await searchParams;
	const books = (await db.post.findMany()).filter(({ title }) =>
		title.toLowerCase().includes(q.toLowerCase()),
	);

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
						<BorrowButton title={book.title}>
							{book.title} by {book.author}
						</BorrowButton>
					</li>
				))}
			</ul>
		</>
	);
}
