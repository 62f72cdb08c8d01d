import Link from "next/link";
import { notFound } from "next/navigation";
import { db } from "@/lib/db";

export default async function BookPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const book = await db.post.findUnique({ where: { id: Number(id) } });
	if (!book) notFound();

	return (
		<>
			<nav>
				<Link href="/">All books</Link>
			</nav>
			<h1>{book.title}</h1>
			<p>{book.body}</p>
			<small>Suggested by {book.author}</small>
		</>
	);
}
