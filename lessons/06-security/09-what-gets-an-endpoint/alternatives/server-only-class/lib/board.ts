import "server-only";
import { db } from "@/lib/db";

export const board = {
	async all() {
		return db.message.findMany({ orderBy: { id: "asc" } });
	},
	async forEverybody() {
		return (await board.all()).filter(({ text }) => !text.startsWith("*"));
	},
	async clear() {
		for (const note of await board.all()) await db.message.delete({ where: { id: note.id } });
	},
};
