import { db } from "@/lib/db";
import { FeedbackBox } from "./feedback-box";

export default async function FeedbackPage() {
	const messages = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>What do you think of us?</h1>
			<FeedbackBox />
			<ul className="list">
				{messages.map(({ id, text }) => (
					<li key={id}>{text}</li>
				))}
			</ul>
		</>
	);
}
