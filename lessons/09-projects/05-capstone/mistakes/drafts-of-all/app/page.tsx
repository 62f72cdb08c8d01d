import Link from "next/link";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { discardDraft } from "./actions";
import { PostForm } from "./post-form";
import { Who } from "./who";

export default async function BoardPage() {
	const visitor = await currentVisitor();
	const posts = await db.post.findMany({ orderBy: { createdAt: "desc" } });
	const drafts = visitor ? await db.draft.findMany() : [];

	return (
		<>
			<Who />
			<h1>The board</h1>
			<ul className="list">
				{posts.map((post) => (
					<li key={post.id} className="row">
						<Link href={`/posts/${post.id}`}>{post.title}</Link>
						<span>{post.author}</span>
					</li>
				))}
			</ul>
			{visitor && <PostForm />}
			{drafts.length > 0 && <h2>Your drafts</h2>}
			{drafts.map((draft) => (
				<form key={draft.id} action={discardDraft.bind(null, draft.id)} className="row">
					<span>{draft.text}</span>
					<button type="submit" aria-label={`Discard draft ${draft.id}`}>
						Discard
					</button>
				</form>
			))}
		</>
	);
}
