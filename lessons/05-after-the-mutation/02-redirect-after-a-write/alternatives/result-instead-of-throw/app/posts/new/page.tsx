import { cookies } from "next/headers";
import { PostForm } from "./post-form";

export default async function NewPostPage() {
	const author = (await cookies()).get("author")?.value ?? "";

	return (
		<>
			<h1>New post</h1>
			<PostForm author={author} />
		</>
	);
}
