"use client";

import { useTransition } from "react";
import { remind } from "../actions";

export default function Page() {
	const [isPending, startTransition] = useTransition();

	return (
		<>
			<p data-testid="state">{isPending ? "pending" : "quiet"}</p>
			<button
				type="button"
				onClick={() =>
					startTransition(async () => {
						await remind("Anna");
						await remind("Boris");
					})
				}
			>
				Both
			</button>
		</>
	);
}
