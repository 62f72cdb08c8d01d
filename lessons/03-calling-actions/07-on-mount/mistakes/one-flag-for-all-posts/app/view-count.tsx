"use client";

import { startTransition, useEffect, useState } from "react";
import { countView } from "./actions";

interface ViewCountProps {
	postId: number;
	/** How many views the post had when the page was rendered. */
	views: number;
}

let counted = false;

export function ViewCount({ postId, views }: ViewCountProps) {
	const [count, setCount] = useState(views);

	useEffect(() => {
		if (counted) return;
		counted = true;

		startTransition(async () => {
			const newCount = await countView(postId);
			startTransition(() => setCount(newCount));
		});
	}, [postId]);

	return <p className="muted">{count} views</p>;
}
