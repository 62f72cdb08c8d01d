"use client";

import { leave } from "./actions";

export default function Page() {
	return (
		<button type="button" onClick={() => leave()}>
			Leave
		</button>
	);
}
