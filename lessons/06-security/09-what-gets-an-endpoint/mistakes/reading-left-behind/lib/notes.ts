import { readNotes } from "@/app/actions";
import { db } from "@/lib/db";

/** For the job at night. */
export async function takeAllDown() {
	for (const { id } of await readNotes()) await db.message.delete({ where: { id } });
}
