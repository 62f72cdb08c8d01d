"use client";

import { startTransition, useOptimistic, useState } from "react";
import type { Problem } from "@/lib/db";
import setSolved from "@/lib/set-solved";

export function ChoreList({ chores }: { chores: Problem[] }) {
	const [hideDone, setHideDone] = useState(false);
	const shown = hideDone ? chores.filter((chore) => !chore.solved) : chores;

	const [optimistic, tick] = useOptimistic(shown, (list, changed: { id: number; solved: boolean }) =>
		list.map((chore) => (chore.id === changed.id ? { ...chore, ...changed } : chore)),
	);

	return (
		<>
			<label className="row">
				Hide what is done
				<input
					type="checkbox"
					style={{ width: "auto" }}
					checked={hideDone}
					onChange={(event) => setHideDone(event.target.checked)}
				/>
			</label>
			<ul className="list">
				{optimistic.map((chore) => (
					<li key={chore.id}>
						<label className="row">
							{chore.title}
							<input
								type="checkbox"
								style={{ width: "auto" }}
								checked={chore.solved}
								onChange={(event) =>
									startTransition(async () => {
										const changed = { id: chore.id, solved: event.target.checked };
										tick(changed);
										await setSolved(changed.id, changed.solved);
									})
								}
							/>
						</label>
					</li>
				))}
			</ul>
		</>
	);
}
