import { refresh } from "next/cache";
import Link from "next/link";
import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { PostForm, type WriteState } from "./post-form";
import { Who } from "./who";

export default async function BoardPage() {
	const visitor = await currentVisitor();
	const posts = await db.post.findMany({ orderBy: { createdAt: "desc" } });
	const drafts = visitor ? await db.draft.findMany({ where: { owner: visitor.name } }) : [];

	async function write(_previous: WriteState, formData: FormData): Promise<WriteState> {
		"use server";
		const caller = await currentVisitor();
		if (!caller) return { error: "Please sign in." };
		const title = String(formData.get("title")).trim();
		const body = String(formData.get("body")).trim();
		if (!body) return { title, body, error: "There is no text." };
		if (formData.get("as") === "draft") {
			await db.draft.create({ data: { owner: caller.name, text: body } });
			refresh();
			return {};
		}
		if (title.length < 3 || title.length > 80) return { title, body, error: "3 to 80 letters." };
		const { id } = await db.post.create({ data: { title, body, author: caller.name } });
		redirect(`/posts/${id}`);
	}

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
			{visitor && <PostForm writeAction={write} />}
			{drafts.length > 0 && <h2>Your drafts</h2>}
			{drafts.map((draft) => (
				<form
					key={draft.id}
					action={async () => {
						"use server";
						const caller = await currentVisitor();
						const mine = await db.draft.findUnique({ where: { id: draft.id, owner: caller?.name } });
						if (!caller || !mine) return;
						await db.draft.delete({ where: { id: mine.id } });
						refresh();
					}}
					className="row"
				>
					<span>{draft.text}</span>
					<button type="submit" aria-label={`Discard draft ${draft.id}`}>
						Discard
					</button>
				</form>
			))}
		</>
	);
}
