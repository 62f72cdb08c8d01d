"use client";

import { used } from "./for-client";

export function Client() {
	return (
		<button type="button" onClick={() => void used()}>
			Use
		</button>
	);
}
