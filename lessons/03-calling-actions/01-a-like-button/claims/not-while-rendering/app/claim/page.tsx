"use client";

import { like } from "../actions";

export default function Page() {
	return (
		<button type="button" onClick={like(1) as never}>
			Like
		</button>
	);
}
