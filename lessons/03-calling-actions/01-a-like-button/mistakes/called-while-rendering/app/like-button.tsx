"use client";

import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	return (
		// @ts-expect-error this calls the action now, and gives the button its promise
		<button type="button" aria-label={`Like ${title}`} onClick={like(postId)}>
			♥ {likes}
		</button>
	);
}
