import { getLatest } from "@/lib/news";
import { Masthead } from "./masthead";

export default async function FrontPage() {
	const { posts, asOf } = await getLatest();

	return (
		<>
			<Masthead asOf={asOf} />
			<h1>The Harbour Post</h1>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>
						{post.title} <small>by {post.author}</small>
					</li>
				))}
			</ul>
		</>
	);
}
