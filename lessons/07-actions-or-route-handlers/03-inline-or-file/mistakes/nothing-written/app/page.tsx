import { revalidatePath } from "next/cache";
import Link from "next/link";
import { db } from "@/lib/db";
import { borrow } from "./actions";

export default async function BooksPage() {
	const [books, loans] = await Promise.all([db.post.findMany(), db.message.findMany()]);

	async function returnAll() {
		"use server";
		for (const { id } of loans) await db.message.delete({ where: { id } });
		revalidatePath("/", "layout");
	}

	return (
		<>
			<p>
				<Link href="/search">Search</Link> <Link href="/surprise">Surprise me</Link>
			</p>
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
				<p>You have {loans.length} of our books.</p>
				<button type="submit">Return all</button>
			</form>
		</>
	);
}
