import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { ChoreList } from "./chore-list";

export default async function ChoresPage() {
	const chores = await db.problem.findMany({ orderBy: { id: "asc" } });
	const done = chores.filter((chore) => chore.solved).length;

	async function setSolved(id: number, solved: boolean) {
		"use server";
		await db.problem.update({ where: { id }, data: { solved } });
		revalidatePath("/");
	}

	return (
		<>
			<h1>While we are away</h1>
			<p className="muted">
				{done} of {chores.length} done
			</p>
			<ChoreList chores={chores} solveAction={setSolved} />
		</>
	);
}
