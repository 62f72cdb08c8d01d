"use client";

import { keep } from "./keep";

export default function Page() {
	return (
		<button type="button" onClick={() => keep()}>
			Keep
		</button>
	);
}
