import { refresh } from "next/cache";
import { db } from "@/lib/db";
import { BorrowButton } from "./borrow-button";

export default async function BooksPage() {
	const [books, loans] = await Promise.all([db.post.findMany(), db.message.findMany()]);

	return (
		<>
			<h1>Books</h1>
			<ul className="list">
				{books.map(({ id, title }) => (
					<li key={id}>
						<BorrowButton title={title}>{title}</BorrowButton>
					</li>
				))}
			</ul>
			<form
				className="card"
				action={async () => {
					"use server";
					for (const loan of loans) await db.message.delete({ where: { id: loan.id } });
					refresh();
				}}
			>
				<p>You have {loans.length} of our books.</p>
				<button type="submit">Return all</button>
			</form>
		</>
	);
}
