import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { addDraft, deleteDraft, saveDraft } from "./actions";
import { Who } from "./who";

export default async function DraftsPage() {
	const visitor = await currentVisitor();
	const drafts = visitor ? await db.draft.findMany({ where: { owner: visitor.name } }) : [];

	return (
		<>
			<Who />
			<h1>Your drafts</h1>
			<ul className="list">
				{drafts.map((draft) => (
					<li key={draft.id}>
						<form action={saveDraft.bind(null, draft.id)}>
							<input type="hidden" name="owner" value={draft.owner} />
							<textarea name="text" aria-label={`Draft ${draft.id}`} defaultValue={draft.text} />
							<button type="submit">Save</button>
						</form>
						<form action={deleteDraft.bind(null, draft.id)}>
							<button type="submit" aria-label={`Delete draft ${draft.id}`}>
								Delete
							</button>
						</form>
					</li>
				))}
			</ul>

			{visitor && (
				<form action={addDraft} className="card">
					<input type="hidden" name="owner" value={visitor.name} />
					<div className="field">
						<label htmlFor="new">New draft</label>
						<textarea id="new" name="text" required />
					</div>
					<button type="submit">Add</button>
				</form>
			)}
		</>
	);
}
