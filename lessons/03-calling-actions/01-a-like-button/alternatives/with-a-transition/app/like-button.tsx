"use client";

import { useState, useTransition } from "react";
import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	const [count, setCount] = useState(likes);
	const [isPending, startTransition] = useTransition();

	function handleClick() {
		startTransition(async () => {
			const newCount = await like(postId);
			startTransition(() => setCount(newCount));
		});
	}

	return (
		<button type="button" aria-label={`Like ${title}`} disabled={isPending} onClick={handleClick}>
			♥ {count}
		</button>
	);
}
