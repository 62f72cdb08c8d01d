"use client";

import { useState } from "react";
import type { Problem } from "@/lib/db";

export function ChoreList({ chores }: { chores: Problem[] }) {
	const [hideDone, setHideDone] = useState(false);
	const shown = hideDone ? chores.filter((chore) => !chore.solved) : chores;

	const [ticked, setTicked] = useState<Record<number, boolean>>({});

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
				{shown.map((chore) => (
					<li key={chore.id}>
						<label className="row">
							{chore.title}
							<input
								type="checkbox"
								style={{ width: "auto" }}
								checked={ticked[chore.id] ?? chore.solved}
								onChange={(event) => setTicked({ ...ticked, [chore.id]: event.target.checked })}
							/>
						</label>
					</li>
				))}
			</ul>
		</>
	);
}
