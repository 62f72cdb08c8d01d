import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { savePost } from "@/lib/posts";

export default async function NewPostPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
	const { error } = await searchParams;
	const author = (await cookies()).get("author")?.value;

	async function publish(formData: FormData) {
		"use server";
		const by = String(formData.get("author"));
		let target = "/posts/new?error=taken";
		try {
			const post = await savePost({
				title: String(formData.get("title")),
				body: String(formData.get("body")),
				author: by,
			});
			target = `/posts/${post.id}`;
			(await cookies()).set("author", by);
		} catch {
			// The address says it.
		}
		redirect(target);
	}

	return (
		<>
			<h1>New post</h1>
			<form action={publish} className="card">
				{error && (
					<p className="error" role="alert">
						This title is taken. Please choose another.
					</p>
				)}
				<label>
					Author
					<input name="author" required defaultValue={author} />
				</label>
				<label>
					Title
					<input name="title" required />
				</label>
				<label>
					Text
					<textarea name="body" required />
				</label>
				<button type="submit">Publish</button>
			</form>
		</>
	);
}
