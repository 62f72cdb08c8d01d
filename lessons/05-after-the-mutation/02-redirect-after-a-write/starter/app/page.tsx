import Link from "next/link";
import { db } from "@/lib/db";

export default async function PostsPage() {
	const posts = await db.post.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Posts</h1>
			<p>
				<Link href="/posts/new">Write one</Link>
			</p>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>
						<Link href={`/posts/${post.id}`}>{post.title}</Link> <small>by {post.author}</small>
					</li>
				))}
			</ul>
		</>
	);
}
