import { db } from "@/lib/db";
import { borrow, returnAll } from "./library/actions";

export default async function BooksPage() {
	const [books, count] = await Promise.all([db.post.findMany(), db.message.count()]);

	return (
		<>
			<h1>Books</h1>
			<ul className="list">
				{books.map((book) => (
					<li key={book.id}>
						<form action={borrow} className="row">
							<span>{book.title}</span>
							<input type="hidden" name="title" value={book.title} />
							<button type="submit" aria-label={`Borrow ${book.title}`}>
								Borrow
							</button>
						</form>
					</li>
				))}
			</ul>
			<form action={returnAll} className="card">
				<p>You have {count} of our books.</p>
				<button type="submit">Return all</button>
			</form>
		</>
	);
}
