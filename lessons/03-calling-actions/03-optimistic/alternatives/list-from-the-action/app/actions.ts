"use server";

import { db, type Problem } from "@/lib/db";
import { judge } from "@/lib/judge";

interface State {
	list: Problem[];
	error: string | null;
}

export async function setSolved(
	_previous: State,
	{ id, solved }: { id: number; solved: boolean },
): Promise<State> {
	const error = await judge(id);
	if (error === null) await db.problem.update({ where: { id }, data: { solved } });
	return { list: await db.problem.findMany(), error };
}
