"use client";

import type { Comment } from "@/lib/db";
import { deleteComment, saveComment } from "./actions";

export function CommentItem({ comment, own }: { comment: Comment; own: boolean }) {
	return (
		<li>
			<strong>{comment.author}</strong>
			<p>{comment.text}</p>
			{own && (
				<form action={saveComment.bind(null, comment.id)}>
					<input name="text" aria-label={`Text of comment ${comment.id}`} defaultValue={comment.text} />
					<button type="submit">Save comment {comment.id}</button>
					<button type="submit" formAction={deleteComment.bind(null, comment.id)}>
						Delete comment {comment.id}
					</button>
				</form>
			)}
		</li>
	);
}
