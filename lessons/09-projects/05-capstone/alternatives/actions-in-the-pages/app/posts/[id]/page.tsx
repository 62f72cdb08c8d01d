import { refresh } from "next/cache";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { Who } from "../../who";

export default async function PostPage({ params }: { params: Promise<{ id: string }> }) {
	const id = Number((await params).id);
	const post = await db.post.findUnique({ where: { id } });
	if (!post) notFound();
	const visitor = await currentVisitor();
	const comments = await db.comment.findMany({ where: { postId: id } });
	const likes = await db.like.findMany({ where: { postId: id } });
	const liked = likes.some((like) => like.by === visitor?.name);

	return (
		<>
			<Who />
			<nav>
				<Link href="/">The board</Link>
			</nav>
			<h1>{post.title}</h1>
			<p>{post.body}</p>
			<p className="muted">
				{post.author}. Likes: {likes.length}
			</p>
			{visitor && (
				<form
					action={async () => {
						"use server";
						const by = (await currentVisitor())?.name;
						if (!by || !(await db.post.findUnique({ where: { id } }))) return;
						const mine = await db.like.findUnique({ where: { postId: id, by } });
						if (mine && liked) await db.like.delete({ where: { id: mine.id } });
						if (!mine && !liked) await db.like.create({ data: { postId: id, by } });
						refresh();
					}}
				>
					<button type="submit">{liked ? "Take back" : "Like"}</button>
				</form>
			)}
			{visitor?.name === post.author && (
				<form
					action={async () => {
						"use server";
						const caller = await currentVisitor();
						const mine = await db.post.findUnique({ where: { id, author: caller?.name } });
						if (!caller || !mine) throw new Error("This is not your post.");
						for (const row of await db.comment.findMany({ where: { postId: id } })) {
							await db.comment.delete({ where: { id: row.id } });
						}
						for (const row of await db.like.findMany({ where: { postId: id } })) {
							await db.like.delete({ where: { id: row.id } });
						}
						await db.post.delete({ where: { id } });
						redirect("/");
					}}
				>
					<button type="submit">Delete post</button>
				</form>
			)}
			<h2>Comments</h2>
			<ul className="list">
				{comments.map(({ id, author, text }) => (
					<li key={id}>
						<strong>{author}</strong>: {text}
					</li>
				))}
			</ul>
			{visitor && (
				<form
					action={async (formData: FormData) => {
						"use server";
						const author = (await currentVisitor())?.name;
						const text = formData.get("text");
						if (!author || typeof text !== "string") return;
						if (text.trim() === "" || text.trim().length > 500) return;
						if (!(await db.post.findUnique({ where: { id } }))) return;
						await db.comment.create({ data: { postId: id, author, text: text.trim() } });
						refresh();
					}}
					className="card"
				>
					<div className="field">
						<label htmlFor="text">Comment</label>
						<textarea id="text" name="text" />
					</div>
					<button type="submit">Send comment</button>
				</form>
			)}
		</>
	);
}
