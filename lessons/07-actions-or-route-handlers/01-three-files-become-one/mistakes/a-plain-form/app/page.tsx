import { db } from "@/lib/db";

export default async function FeedbackPage() {
	const messages = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>What do you think of us?</h1>
			<form action="/api/feedback" method="post" className="card">
				<div className="field">
					<label htmlFor="text">Your feedback</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Send</button>
			</form>
			<ul className="list">
				{messages.map((message) => (
					<li key={message.id}>{message.text}</li>
				))}
			</ul>
		</>
	);
}
