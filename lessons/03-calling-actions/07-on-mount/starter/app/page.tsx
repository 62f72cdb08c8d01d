import Link from "next/link";
import { db } from "@/lib/db";

export default async function PostsPage() {
	const posts = await db.post.findMany();

	return (
		<>
			<h1>Old ways to build</h1>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>
						<Link href={`/posts/${post.id}`} prefetch={false}>
							{post.title}
						</Link>
					</li>
				))}
			</ul>
		</>
	);
}
