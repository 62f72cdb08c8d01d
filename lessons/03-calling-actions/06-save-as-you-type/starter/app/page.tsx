import { db } from "@/lib/db";
import { LetterField } from "./letter-field";

export default async function LetterPage() {
	const draft = await db.draft.findUnique({ where: { owner: "Ada" } });

	return (
		<>
			<h1>A letter</h1>
			<p className="muted">Take your time. Come back tomorrow, if you like.</p>
			<LetterField draft={draft?.text ?? ""} />
		</>
	);
}
