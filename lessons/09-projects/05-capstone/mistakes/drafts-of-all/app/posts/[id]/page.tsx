import Link from "next/link";
import { notFound } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { comment, deletePost, setLike } from "../../actions";
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
				<form action={setLike.bind(null, id, !liked)}>
					<button type="submit">{liked ? "Take back" : "Like"}</button>
				</form>
			)}
			{visitor?.name === post.author && (
				<form action={deletePost.bind(null, id)}>
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
				<form action={comment.bind(null, id)} className="card">
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
