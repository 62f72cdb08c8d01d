import { revalidatePath } from "next/cache";
import { db, type Message } from "@/lib/db";

export default async function FeedbackPage() {
	const messages = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>What do you think of us?</h1>
			<form
				className="card"
				action={async (formData) => {
					"use server";
					const text = formData.get("text");
					if (typeof text === "string" && /\S/.test(text)) {
						await db.message.create({ data: { name: "A visitor", text } });
						revalidatePath("/");
					}
				}}
			>
				<div className="field">
					<label htmlFor="text">Your feedback</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Send</button>
			</form>
			<Messages messages={messages} />
		</>
	);
}

function Messages({ messages }: { messages: Message[] }) {
	return (
		<ul className="list">
			{messages.map((message) => (
				<li key={message.id}>{message.text}</li>
			))}
		</ul>
	);
}
