"use client";

import { note } from "./actions";

export default function Page() {
	return (
		<button type="button" onClick={() => note("claim", "from a click")}>
			Note
		</button>
	);
}
