"use client";

interface LikeButtonProps {
	postId: number;
	title: string;
	/** How many likes the post had when the page was rendered. */
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	return (
		<button type="button" aria-label={`Like ${title}`}>
			♥ {likes}
		</button>
	);
}
