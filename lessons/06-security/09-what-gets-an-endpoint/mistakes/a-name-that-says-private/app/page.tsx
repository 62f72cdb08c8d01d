import { connection } from "next/server";
import { _readNotes, pinNote } from "./actions";

export default async function BoardPage() {
	await connection();
	const notes = (await _readNotes()).filter(({ text }) => !text.startsWith("*"));

	return (
		<>
			<h1>Pin board</h1>
			<ul className="list">
				{notes.map((note) => (
					<li key={note.id}>{note.text}</li>
				))}
			</ul>
			<form action={pinNote} className="card">
				<div className="field">
					<label htmlFor="text">New note</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Pin</button>
			</form>
		</>
	);
}
