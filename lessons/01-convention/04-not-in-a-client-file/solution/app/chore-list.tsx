"use client";

import { useState } from "react";
import type { Problem } from "@/lib/db";
import { setSolved } from "./actions";

export function ChoreList({ chores }: { chores: Problem[] }) {
	const [hideDone, setHideDone] = useState(false);
	const shown = hideDone ? chores.filter((chore) => !chore.solved) : chores;

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
								checked={chore.solved}
								onChange={(event) => setSolved(chore.id, event.target.checked)}
							/>
						</label>
					</li>
				))}
			</ul>
		</>
	);
}
