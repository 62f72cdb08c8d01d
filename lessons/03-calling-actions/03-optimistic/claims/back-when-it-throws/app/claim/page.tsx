"use client";

import { useOptimistic, useTransition } from "react";
import { tryIt } from "./actions";

export default function Page() {
	const [hope, showHope] = useOptimistic(false);
	const [isPending, startTransition] = useTransition();

	return (
		<>
			<p data-testid="state">
				{isPending ? "running" : "quiet"}, {hope ? "hoping" : "as the server said"}
			</p>
			<button
				type="button"
				onClick={() => {
					startTransition(async () => {
						showHope(true);
						await tryIt().catch(() => {});
					});
				}}
			>
				Try
			</button>
		</>
	);
}
