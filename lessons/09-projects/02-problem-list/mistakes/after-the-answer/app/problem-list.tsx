"use client";

import { useOptimistic, useState, useTransition } from "react";
import type { Problem } from "@/lib/db";
import { type Answer, addProblem, setSolved } from "./actions";

type Row = Pick<Problem, "id" | "title" | "solved"> & { busy?: boolean };
type Change = { id: number; solved: boolean } | { title: string };

/** The list as it would be after a change that the judge has not seen yet. */
function hope(rows: Row[], change: Change): Row[] {
	if ("title" in change) return [...rows, { id: -rows.length, title: change.title, solved: false, busy: true }];
	return rows.map((row) => (row.id === change.id ? { ...row, solved: change.solved, busy: true } : row));
}

export function ProblemList({ problems }: { problems: Problem[] }) {
	const [rows, showAs] = useOptimistic<Row[], Change>(problems, hope);
	const [message, setMessage] = useState("");
	const [title, setTitle] = useState("");
	const [, startTransition] = useTransition();

	/** Whether the judge has agreed; if not, says why. */
	async function ask(about: string, call: () => Promise<Answer>): Promise<boolean> {
		try {
			const { error } = await call();
			if (error !== null) setMessage(`${about}: ${error}`);
			return error === null;
		} catch {
			setMessage(`${about}: The judge cannot be reached. Please try again.`);
			return false;
		}
	}

	function tick({ id, title }: Row, solved: boolean) {
		setMessage("");
		startTransition(async () => {
			await ask(title, () => setSolved(id, solved));
			showAs({ id, solved });
		});
	}

	async function add() {
		setMessage("");
		const added = await ask(title, () => addProblem(title));
		showAs({ title });
		if (added) setTitle("");
	}

	return (
		<>
			<p>
				{rows.filter((row) => row.solved).length} of {rows.length} solved
			</p>
			<ul className="list">
				{rows.map((row) => (
					<li key={row.id} aria-busy={row.busy} style={{ opacity: row.busy ? 0.7 : 1 }}>
						<label>
							<input
								type="checkbox"
								style={{ width: "auto", marginRight: "0.5rem" }}
								checked={row.solved}
								onChange={(event) => tick(row, event.target.checked)}
							/>
							{row.title}
						</label>
					</li>
				))}
			</ul>
			<p role="alert" className="error">
				{message}
			</p>
			<form action={add} className="card">
				<div className="field">
					<label htmlFor="title">New problem</label>
					<input id="title" value={title} onChange={(event) => setTitle(event.target.value)} required />
				</div>
				<button type="submit">Add</button>
			</form>
		</>
	);
}
