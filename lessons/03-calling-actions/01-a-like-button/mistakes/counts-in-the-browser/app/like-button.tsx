"use client";

import { useState } from "react";
import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	const [count, setCount] = useState(likes);

	return (
		<button
			type="button"
			aria-label={`Like ${title}`}
			onClick={async () => {
				await like(postId);
				setCount(count + 1);
			}}
		>
			♥ {count}
		</button>
	);
}
