"use client";

import { useActionState } from "react";
import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	const [count, formAction] = useActionState(like.bind(null, postId), likes);

	return (
		<form action={formAction}>
			<button type="submit" aria-label={`Like ${title}`}>
				♥ {count}
			</button>
		</form>
	);
}
