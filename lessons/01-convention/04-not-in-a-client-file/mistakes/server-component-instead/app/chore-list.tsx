import { revalidatePath } from "next/cache";
import { db, type Problem } from "@/lib/db";
import { Tick } from "./tick";

export function ChoreList({ chores }: { chores: Problem[] }) {
	async function setSolved(id: number, solved: boolean) {
		"use server";
		await db.problem.update({ where: { id }, data: { solved } });
		revalidatePath("/");
	}

	return (
		<>
			<label className="row">
				Hide what is done
				<input type="checkbox" style={{ width: "auto" }} />
			</label>
			<ul className="list">
				{chores.map((chore) => (
					<li key={chore.id}>
						<label className="row">
							{chore.title}
							<Tick solved={chore.solved} solveAction={setSolved.bind(null, chore.id)} />
						</label>
					</li>
				))}
			</ul>
		</>
	);
}
