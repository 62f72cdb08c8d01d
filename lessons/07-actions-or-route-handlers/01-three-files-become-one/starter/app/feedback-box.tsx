"use client";

import { type FormEvent, useEffect, useState } from "react";
import type { Message } from "@/lib/db";

export function FeedbackBox() {
	const [messages, setMessages] = useState<Message[] | null>(null);

	async function load() {
		const response = await fetch("/api/feedback");
		setMessages(await response.json());
	}

	useEffect(() => {
		void load();
	}, []);

	async function send(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		await fetch("/api/feedback", {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ text: new FormData(form).get("text") }),
		});
		form.reset();
		await load();
	}

	return (
		<>
			<form onSubmit={send} className="card">
				<div className="field">
					<label htmlFor="text">Your feedback</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Send</button>
			</form>
			{messages === null && <p>Loading …</p>}
			<ul className="list">
				{messages?.map((message) => (
					<li key={message.id}>{message.text}</li>
				))}
			</ul>
		</>
	);
}
