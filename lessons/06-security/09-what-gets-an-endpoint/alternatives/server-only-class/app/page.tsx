import { connection } from "next/server";
import { board } from "@/lib/board";
import { pinNote } from "./actions";

export default async function BoardPage() {
	await connection();

	return (
		<>
			<h1>Pin board</h1>
			<ul className="list">
				{(await board.forEverybody()).map((note) => (
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
