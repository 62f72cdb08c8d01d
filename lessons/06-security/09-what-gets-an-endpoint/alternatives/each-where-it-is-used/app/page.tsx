import { revalidatePath } from "next/cache";
import { connection } from "next/server";
import { db } from "@/lib/db";

async function publicNotes() {
	const notes = await db.message.findMany({ orderBy: { id: "asc" } });
	return notes.filter(({ text }) => !text.startsWith("*"));
}

export default async function BoardPage() {
	await connection();

	async function pin(formData: FormData) {
		"use server";
		const text = String(formData?.get("text") ?? "").trim();
		if (text) await db.message.create({ data: { name: "note", text } });
		revalidatePath("/");
	}

	return (
		<>
			<h1>Pin board</h1>
			<ul className="list">
				{(await publicNotes()).map((note) => (
					<li key={note.id}>{note.text}</li>
				))}
			</ul>
			<form action={pin} className="card">
				<div className="field">
					<label htmlFor="text">New note</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Pin</button>
			</form>
		</>
	);
}
