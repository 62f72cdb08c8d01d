import Link from "next/link";
import { db } from "@/lib/db";
import { SuggestForm } from "./suggest-form";
import { VoteButton } from "./vote-button";

export default async function BooksPage() {
	const books = await db.post.findMany();
	const votes = await db.like.findMany();

	return (
		<>
			<h1>What shall we read next?</h1>
			<ul className="list">
				{books.map((book) => (
					<li key={book.id} className="row">
						<Link href={`/books/${book.id}`}>{book.title}</Link>
						<span>Votes: {votes.filter((vote) => vote.postId === book.id).length}</span>
						<VoteButton id={book.id} title={book.title} />
					</li>
				))}
			</ul>
			<SuggestForm />
		</>
	);
}
