import { db } from "@/lib/db";
import { NoteForm } from "./note-form";

export default async function BoardPage() {
	const notes = await db.message.findMany({ orderBy: { id: "desc" } });
	const draft = await db.draft.findUnique({ where: { owner: "Ada" } });

	return (
		<>
			<h1>Notice board</h1>
			<NoteForm draft={draft?.text ?? ""} />
			<p className="muted">{draft ? `Kept for later: ${draft.text.length} characters` : "No draft"}</p>

			<ul className="list">
				{notes.map((note) => (
					<li key={note.id}>{note.text}</li>
				))}
			</ul>
		</>
	);
}
