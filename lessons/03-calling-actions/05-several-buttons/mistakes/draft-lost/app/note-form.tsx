"use client";

import { publish, saveDraft } from "./actions";

export function NoteForm({ draft }: { draft: string }) {
	return (
		<form action={publish} className="card">
			<div className="field">
				<label htmlFor="text">Note</label>
				<textarea
					id="text"
					name="text"
					required
					placeholder={draft}
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
