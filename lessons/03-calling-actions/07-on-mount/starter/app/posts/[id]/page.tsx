import Link from "next/link";
import { notFound } from "next/navigation";
import { ThanksButton } from "@/app/thanks-button";
import { ViewCount } from "@/app/view-count";
import { db } from "@/lib/db";

export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
	const id = Number((await params).id);
	const post = await db.post.findUnique({ where: { id } });
	if (!post) notFound();
	const views = await db.message.count({ where: { name: "view", text: String(id) } });

	return (
		<>
			<nav>
				<Link href="/" prefetch={false}>
					All posts
				</Link>
				<Link href={`/posts/${id === 1 ? 2 : 1}`} prefetch={false}>
					The other post
				</Link>
			</nav>
			<h1>{post.title}</h1>
			<p>{post.body}</p>
			<ViewCount postId={id} views={views} />
			<ThanksButton postId={id} />
		</>
	);
}
