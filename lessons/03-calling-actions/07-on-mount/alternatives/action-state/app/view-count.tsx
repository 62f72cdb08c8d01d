"use client";

import { startTransition, useActionState, useEffect } from "react";
import { countView } from "./actions";

interface ViewCountProps {
	postId: number;
	views: number;
}

/** The post whose view this document has counted last. */
let lastCounted: number | undefined;

export function ViewCount({ postId, views }: ViewCountProps) {
	const [count, dispatch] = useActionState((_count: number, id: number) => countView(id), views);

	useEffect(() => {
		if (lastCounted === postId) return;
		lastCounted = postId;
		startTransition(() => dispatch(postId));
	}, [postId, dispatch]);

	return <p className="muted">{count} views</p>;
}
