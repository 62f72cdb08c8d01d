"use client";

import { useState } from "react";
import { like } from "./actions";

interface LikeButtonProps {
	postId: number;
	title: string;
	likes: number;
}

export function LikeButton({ postId, title, likes }: LikeButtonProps) {
	const [label, setLabel] = useState(`♥ ${likes}`);

	return (
		<button type="button" aria-label={`Like ${title}`} onClick={() => setLabel(`♥ ${like(postId)}`)}>
			{label}
		</button>
	);
}
