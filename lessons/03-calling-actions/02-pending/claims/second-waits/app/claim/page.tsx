"use client";

import { remind } from "../actions";

export default function Page() {
	return (
		<button
			type="button"
			onClick={() => {
				remind("Anna");
				remind("Boris");
			}}
		>
			Both
		</button>
	);
}
