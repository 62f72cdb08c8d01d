"use client";

import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	return (
		<button
			type="button"
			aria-label={`Like ${title}`}
			onClick={async () => {
				await like(postId);
				window.location.reload();
			}}
		>
			♥ {likes}
		</button>
	);
}
