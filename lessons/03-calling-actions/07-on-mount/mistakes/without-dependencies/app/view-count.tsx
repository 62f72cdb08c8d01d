"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { countView } from "./actions";

interface ViewCountProps {
	postId: number;
	/** How many views the post had when the page was rendered. */
	views: number;
}

export function ViewCount({ postId, views }: ViewCountProps) {
	const [count, setCount] = useState(views);
	const isFirst = useRef(true);

	useEffect(() => {
		// Skips what React does twice in development.
		if (isFirst.current) {
			isFirst.current = false;
			return;
		}
		startTransition(async () => {
			const newCount = await countView(postId);
			startTransition(() => setCount(newCount));
		});
	});

	return <p className="muted">{count} views</p>;
}
