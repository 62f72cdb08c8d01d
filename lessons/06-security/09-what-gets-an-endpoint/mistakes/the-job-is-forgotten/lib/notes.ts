import { db } from "@/lib/db";

/** All notes, those of the staff too. */
export async function readNotes() {
	return db.message.findMany({ orderBy: { id: "asc" } });
}
