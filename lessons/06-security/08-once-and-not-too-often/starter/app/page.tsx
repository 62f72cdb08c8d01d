import { connection } from "next/server";
import { db } from "@/lib/db";
import { LinkForm } from "./link-form";

export default async function ForgottenPage() {
	// Rendered for each request, not once when the app is built.
	await connection();
	const mails = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<>
			<h1>Forgotten your password?</h1>
			<LinkForm />
			<h2>Outbox</h2>
			<ul className="list">
				{mails.map((mail) => (
					<li key={mail.id}>To {mail.name}</li>
				))}
			</ul>
		</>
	);
}
