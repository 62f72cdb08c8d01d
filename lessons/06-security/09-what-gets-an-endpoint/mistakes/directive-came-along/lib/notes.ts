"use server";

import { db } from "@/lib/db";

/** All notes, those of the staff too. */
export async function readNotes() {
	return db.message.findMany({ orderBy: { id: "asc" } });
}

/** For the job at night. */
export async function takeAllDown() {
	for (const { id } of await readNotes()) await db.message.delete({ where: { id } });
}
