import { db } from "@/lib/db";
import { addTip } from "./actions";
import { TipBox } from "./tip-box";

const remarks = ["Cooked it!", "Too sweet", "A keeper"];

export default async function RecipePage() {
	const tips = await db.message.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Lemon cake</h1>
			<p className="muted">Four eggs, two lemons, an hour. What did you make of it?</p>

			<div className="row">
				{remarks.map((remark) => (
					<form key={remark} action={addTip}>
						<input type="hidden" name="text" value={remark} />
						<button type="submit">{remark}</button>
					</form>
				))}
			</div>

			<TipBox />

			<h2>What others say</h2>
			<ul className="list">
				{tips.map((tip) => (
					<li key={tip.id}>{tip.text}</li>
				))}
			</ul>
		</>
	);
}
