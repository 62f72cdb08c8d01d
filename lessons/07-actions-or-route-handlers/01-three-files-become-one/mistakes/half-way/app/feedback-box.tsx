"use client";

import { useEffect, useState } from "react";
import type { Message } from "@/lib/db";
import { send } from "./actions";

export function FeedbackBox() {
	const [messages, setMessages] = useState<Message[] | null>(null);

	async function load() {
		const response = await fetch("/api/feedback");
		setMessages(await response.json());
	}

	useEffect(() => {
		void load();
	}, []);

	// Gives the server a moment to store it.
	const [sent, setSent] = useState(0);
	useEffect(() => {
		if (sent > 0) void load();
	}, [sent]);

	return (
		<>
			<form action={send} onSubmit={() => setTimeout(() => setSent((count) => count + 1), 700)} className="card">
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
