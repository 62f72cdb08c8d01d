"use client";
"use server";

import { revalidatePath } from "next/cache";
import { useState } from "react";
import { db, type Problem } from "@/lib/db";

export function ChoreList({ chores }: { chores: Problem[] }) {
	const [hideDone, setHideDone] = useState(false);
	const shown = hideDone ? chores.filter((chore) => !chore.solved) : chores;

	async function setSolved(id: number, solved: boolean) {
		await db.problem.update({ where: { id }, data: { solved } });
		revalidatePath("/");
	}
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
