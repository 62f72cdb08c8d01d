"use client";

import { useState } from "react";
import { publish, saveDraft } from "./actions";

export function NoteForm({ draft }: { draft: string }) {
	const [text, setText] = useState(draft);

	return (
		<form action={publish} className="card">
			<div className="field">
				<label htmlFor="text">Note</label>
				<textarea
					id="text"
					name="text"
					required
					value={text}
					onChange={(event) => setText(event.target.value)}
					onKeyDown={(event) => {
						if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
							event.currentTarget.form?.requestSubmit();
						}
					}}
				/>
			</div>
			<div className="row">
				<button type="submit">Publish</button>
				<button type="submit" formAction={saveDraft}>
					Save draft
				</button>
			</div>
		</form>
	);
}
