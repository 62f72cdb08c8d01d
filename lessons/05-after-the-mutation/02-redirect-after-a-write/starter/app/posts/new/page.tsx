import { PostForm } from "./post-form";

export default function NewPostPage() {
	return (
		<>
			<h1>New post</h1>
			<PostForm author="" />
		</>
	);
}
