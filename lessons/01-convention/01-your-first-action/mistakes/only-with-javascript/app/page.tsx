import { db } from "@/lib/db";
import { GuestbookForm } from "./guestbook-form";

export default async function GuestbookPage() {
	const messages = await db.message.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Guestbook</h1>
			<p className="muted">You were here. Leave a line for whoever comes next.</p>

			<GuestbookForm />

			<h2>Messages</h2>
			<ul className="list">
				{messages.map((message) => (
					<li key={message.id}>
						<strong>{message.name}</strong>
						<div>{message.text}</div>
					</li>
				))}
			</ul>
		</>
	);
}
