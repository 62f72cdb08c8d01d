import { getRanking } from "@/lib/news";
import { like } from "../desk/actions";
import { Masthead } from "../masthead";

export default async function PopularPage() {
	const { posts, asOf } = await getRanking();

	return (
		<>
			<Masthead asOf={asOf} />
			<h1>Best loved</h1>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>
						{post.title}: {post.likes} {post.likes === 1 ? "like" : "likes"}
						<form action={like.bind(null, post.id)}>
							<button type="submit" aria-label={`Like ${post.title}`}>
								Like
							</button>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
