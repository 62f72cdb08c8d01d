"use client";

interface ViewCountProps {
	postId: number;
	/** How many views the post had when the page was rendered. */
	views: number;
}

export function ViewCount({ views }: ViewCountProps) {
	return <p className="muted">{views} views</p>;
}
