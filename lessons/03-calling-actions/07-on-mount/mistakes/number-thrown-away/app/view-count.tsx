"use client";

import { startTransition, useEffect, useRef } from "react";
import { countView } from "./actions";

interface ViewCountProps {
	postId: number;
	/** How many views the post had when the page was rendered. */
	views: number;
}

export function ViewCount({ postId, views }: ViewCountProps) {
	const countedPost = useRef<number>(undefined);

	useEffect(() => {
		if (countedPost.current === postId) return;
		countedPost.current = postId;
		startTransition(async () => {
			await countView(postId);
		});
	}, [postId]);

	return <p className="muted">{views} views</p>;
}
