"use client";

import { useState, useTransition } from "react";
import { type Answer, borrow, giveBack, swap } from "./actions";

interface Book {
	id: number;
	title: string;
	lentTo: string | null;
}

export function Desk({ books }: { books: Book[] }) {
	const [message, setMessage] = useState("");
	const [pending, startTransition] = useTransition();
	const mine = books.find((book) => book.lentTo === "you");

	function run(call: () => Promise<Answer>) {
		startTransition(async () => {
			const { error } = await call();
			setMessage(error ?? "Done.");
		});
	}

	return (
		<>
			<ul className="list">
				{books.map((book) => (
					<li key={book.id} className="row">
						<span>
							{book.title} <small>{book.lentTo ? `lent to ${book.lentTo}` : "on the shelf"}</small>
						</span>
						{book === mine && (
							<button type="button" disabled={pending} onClick={() => run(() => giveBack(book.id))}>
								Give back {book.title}
							</button>
						)}
						{!mine && !book.lentTo && (
							<button type="button" disabled={pending} onClick={() => run(() => borrow(book.id))}>
								Borrow {book.title}
							</button>
						)}
						{mine && !book.lentTo && (
							<button type="button" disabled={pending} onClick={() => run(() => swap(mine.id, book.id))}>
								Swap for {book.title}
							</button>
						)}
					</li>
				))}
			</ul>
			<p role="status">{message}</p>
		</>
	);
}
