import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { addDraft } from "./actions";
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
						<form
							action={async (formData: FormData) => {
								"use server";
								if (!(await currentVisitor())) throw new Error("Please sign in.");
								await db.draft.update({
									where: { id: draft.id },
									data: { text: String(formData.get("text")) },
								});
								revalidatePath("/");
							}}
						>
							<textarea name="text" aria-label={`Draft ${draft.id}`} defaultValue={draft.text} />
							<button type="submit">Save</button>
						</form>
						<form
							action={async () => {
								"use server";
								if (!(await currentVisitor())) throw new Error("Please sign in.");
								await db.draft.delete({ where: { id: draft.id } });
								revalidatePath("/");
							}}
						>
							<button type="submit" aria-label={`Delete draft ${draft.id}`}>
								Delete
							</button>
						</form>
					</li>
				))}
			</ul>

			{visitor && (
				<form action={addDraft} className="card">
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
