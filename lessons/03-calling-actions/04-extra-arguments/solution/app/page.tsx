import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { deleteComment, saveComment } from "./actions";

export default async function CommentsPage() {
	const visitor = await currentVisitor();
	const comments = await db.comment.findMany();

	return (
		<>
			<h1>Bread without kneading</h1>
			<p className="muted">You are {visitor}. Your own comments you can change.</p>

			<ul className="list">
				{comments.map((comment) => (
					<li key={comment.id}>
						<strong>{comment.author}</strong>
						<p>{comment.text}</p>
						{comment.author === visitor && (
							<>
								<form action={saveComment.bind(null, comment.id)}>
									<input
										name="text"
										aria-label={`Text of comment ${comment.id}`}
										defaultValue={comment.text}
									/>
									<button type="submit">Save comment {comment.id}</button>
								</form>
								<form action={deleteComment.bind(null, comment.id)}>
									<button type="submit">Delete comment {comment.id}</button>
								</form>
							</>
						)}
					</li>
				))}
			</ul>
		</>
	);
}
