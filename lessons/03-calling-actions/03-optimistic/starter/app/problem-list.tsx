"use client";

import { useTransition } from "react";
import type { Problem } from "@/lib/db";
import { setSolved } from "./actions";

export function ProblemList({ problems }: { problems: Problem[] }) {
	const [isPending, startTransition] = useTransition();

	function toggle(id: number, solved: boolean) {
		startTransition(async () => {
			await setSolved(id, solved);
		});
	}

	return (
		<>
			<p>
				{problems.filter((problem) => problem.solved).length} of {problems.length} solved
			</p>
			<ul className="list">
				{problems.map((problem) => (
					<li key={problem.id}>
						<label>
							<input
								type="checkbox"
								style={{ width: "auto", marginRight: "0.5rem" }}
								checked={problem.solved}
								onChange={(event) => toggle(problem.id, event.target.checked)}
							/>
							{problem.title}
						</label>
					</li>
				))}
			</ul>
			<p role="status">{isPending ? "Saving…" : ""}</p>
			<p role="alert" className="error" />
		</>
	);
}
