"use client";

import { useOptimistic, useState, useTransition } from "react";
import type { Problem } from "@/lib/db";
import { setSolved } from "./actions";

export function ProblemList({ problems }: { problems: Problem[] }) {
	const [isPending, startTransition] = useTransition();
	const [message, setMessage] = useState("");
	const [shown, showAs] = useOptimistic(problems, (list, change: { id: number; solved: boolean }) =>
		list.map((problem) => (problem.id === change.id ? { ...problem, solved: change.solved } : problem)),
	);

	function toggle(id: number, solved: boolean) {
		startTransition(async () => {
			showAs({ id, solved });
			const { error } = await setSolved(id, solved);
			setMessage(error ?? "");
		});
	}

	return (
		<>
			<p>
				{problems.filter((problem) => problem.solved).length} of {problems.length} solved
			</p>
			<ul className="list">
				{shown.map((problem) => (
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
			<p role="alert" className="error">
				{message}
			</p>
		</>
	);
}
