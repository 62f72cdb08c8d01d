import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";

export async function pinNote(formData: FormData) {
	const text = formData.get("text");
	if (typeof text !== "string" || text.trim() === "") return;
	await db.message.create({ data: { name: "note", text } });
	revalidatePath("/");
}

/** All notes, those of the staff too. */
export async function readNotes() {
	return db.message.findMany({ orderBy: { id: "asc" } });
}

/** For the job at night. */
export async function takeAllDown() {
	for (const { id } of await readNotes()) await db.message.delete({ where: { id } });
}
