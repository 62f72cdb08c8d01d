import Link from "next/link";
import { notFound } from "next/navigation";
import { db } from "@/lib/db";

export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const post = await db.post.findUnique({ where: { id: Number(id) } });
	if (!post) notFound();

	return (
		<article>
			<h1>{post.title}</h1>
			<p className="muted">by {post.author}</p>
			<p>{post.body}</p>
			<Link href="/posts/new">Write another</Link>
		</article>
	);
}
