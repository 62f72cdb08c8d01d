import { redirect } from "next/navigation";
import { db } from "@/lib/db";

export default async function GuestbookPage() {
	async function sign(formData: FormData) {
		"use server";
		await db.message.create({
			data: { name: String(formData.get("name")), text: String(formData.get("message")) },
		});
		redirect("/");
	}

	const messages = await db.message.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<h1>Guestbook</h1>
			<p className="muted">You were here. Leave a line for whoever comes next.</p>

			<form action={sign} className="card">
				<div className="field">
					<label htmlFor="name">Name</label>
					<input id="name" name="name" autoComplete="name" required />
				</div>
				<div className="field">
					<label htmlFor="message">Message</label>
					<textarea id="message" name="message" required />
				</div>
				<button type="submit">Sign</button>
			</form>

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
