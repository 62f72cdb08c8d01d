"use client";

import { remind } from "./actions";

export function RemindButton({ name }: { name: string }) {
	return (
		<button type="button" onClick={() => remind(name)}>
			Remind
		</button>
	);
}
