import { revalidatePath } from "next/cache";
import { type Comment, db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";

export default async function CommentsPage() {
	const visitor = await currentVisitor();
	const comments = await db.comment.findMany();

	return (
		<>
			<h1>Bread without kneading</h1>
			<p className="muted">You are {visitor}. Your own comments you can change.</p>

			<ul className="list">
				{comments.map((comment) => (
					<CommentItem key={comment.id} comment={comment} visitor={visitor} />
				))}
			</ul>
		</>
	);
}

function CommentItem({ comment, visitor }: { comment: Comment; visitor: string }) {
	async function save(formData: FormData) {
		"use server";
		if (comment.author !== (await currentVisitor())) return;
		await db.comment.update({ where: { id: comment.id }, data: { text: String(formData.get("text")) } });
		revalidatePath("/");
	}

	async function remove() {
		"use server";
		if (comment.author !== (await currentVisitor())) return;
		await db.comment.delete({ where: { id: comment.id } });
		revalidatePath("/");
	}

	return (
		<li>
			<strong>{comment.author}</strong>
			<p>{comment.text}</p>
			{comment.author === visitor && (
				<>
					<form action={save}>
						<input name="text" aria-label={`Text of comment ${comment.id}`} defaultValue={comment.text} />
						<button type="submit">Save comment {comment.id}</button>
					</form>
					<form action={remove}>
						<button type="submit">Delete comment {comment.id}</button>
					</form>
				</>
			)}
		</li>
	);
}
