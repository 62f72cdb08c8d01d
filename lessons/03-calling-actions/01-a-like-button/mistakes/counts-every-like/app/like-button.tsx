"use client";

import { useState } from "react";
import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	/** How many likes the post had when the page was rendered. */
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	const [count, setCount] = useState(likes);

	return (
		<button
			type="button"
			aria-label={`Like ${title}`}
			onClick={async () => {
				setCount(await like(postId));
			}}
		>
			♥ {count}
		</button>
	);
}
