import { db } from "@/lib/db";
import { LikeButton } from "./like-button";

export default async function RecipesPage() {
	const posts = await db.post.findMany();
	const likes = await db.like.findMany();

	return (
		<>
			<h1>Recipes</h1>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>
						<h2>{post.title}</h2>
						<p>{post.body}</p>
						<LikeButton
							postId={post.id}
							title={post.title}
							likes={likes.filter((like) => like.postId === post.id).length}
						/>
					</li>
				))}
			</ul>
		</>
	);
}
