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
					<li key={`${chore.id} ${chore.solved}`}>
						<form action={setSolved} style={{ margin: 0 }}>
							<input type="hidden" name="id" value={chore.id} />
							<label className="row">
								{chore.title}
								<input
									type="checkbox"
									style={{ width: "auto" }}
									name="solved"
									defaultChecked={chore.solved}
									onChange={(event) => event.target.form?.requestSubmit()}
								/>
							</label>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
