"use client";

import { useActionState, useRef } from "react";
import { submitNote } from "./actions";

export function NoteForm({ draft }: { draft: string }) {
	const [text, formAction] = useActionState(submitNote, draft);
	const publishButton = useRef<HTMLButtonElement>(null);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="text">Note</label>
				<textarea
					id="text"
					name="text"
					required
					defaultValue={text}
					onKeyDown={(event) => {
						if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
							event.preventDefault();
							event.currentTarget.form?.requestSubmit(publishButton.current);
						}
					}}
				/>
			</div>
			<div className="row">
				<button type="submit" name="what" value="publish" ref={publishButton}>
					Publish
				</button>
				<button type="submit" name="what" value="draft">
					Save draft
				</button>
			</div>
		</form>
	);
}
