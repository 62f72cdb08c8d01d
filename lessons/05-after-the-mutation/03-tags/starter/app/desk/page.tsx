import { getLatest } from "@/lib/news";
import { Masthead } from "../masthead";
import { publish } from "./actions";

export default async function DeskPage() {
	const { posts, asOf } = await getLatest();

	return (
		<>
			<Masthead asOf={asOf} />
			<h1>Desk</h1>
			<form action={publish} className="card">
				<div className="field">
					<label htmlFor="title">Title</label>
					<input id="title" name="title" required />
				</div>
				<div className="field">
					<label htmlFor="author">Author</label>
					<input id="author" name="author" required />
				</div>
				<button type="submit">Publish</button>
			</form>

			<h2>Last printed</h2>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id}>{post.title}</li>
				))}
			</ul>
		</>
	);
}
