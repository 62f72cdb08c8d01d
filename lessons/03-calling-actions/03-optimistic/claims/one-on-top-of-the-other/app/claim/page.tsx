"use client";

import { useOptimistic, useTransition } from "react";
import { tryIt } from "./actions";

export default function Page() {
	const [sum, add] = useOptimistic(10, (current, more: number) => current + more);
	const [isPending, startTransition] = useTransition();

	return (
		<>
			<p data-testid="state">
				{isPending ? "running" : "quiet"}, {sum}
			</p>
			<button
				type="button"
				onClick={() =>
					startTransition(async () => {
						add(5);
						await tryIt();
					})
				}
			>
				Add five
			</button>
		</>
	);
}
