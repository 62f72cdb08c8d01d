import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { CommentItem } from "./comment-item";

export default async function CommentsPage() {
	const visitor = await currentVisitor();
	const comments = await db.comment.findMany();

	return (
		<>
			<h1>Bread without kneading</h1>
			<p className="muted">You are {visitor}. Your own comments you can change.</p>

			<ul className="list">
				{comments.map((comment) => (
					<CommentItem key={comment.id} comment={comment} own={comment.author === visitor} />
				))}
			</ul>
		</>
	);
}
