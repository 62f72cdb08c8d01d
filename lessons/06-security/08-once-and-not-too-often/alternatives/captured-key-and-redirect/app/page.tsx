import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { sendMail } from "@/lib/mail";

const seen = new Set<string>();
const sent = new Map<string, number[]>();

/** Whether this address may have another mail; if so, the mail counts. */
function mayHaveAnother(email: string): boolean {
	const recent = (sent.get(email) ?? []).filter((time) => time > Date.now() - 3_600_000);
	if (recent.length >= 3) return false;
	sent.set(email, [...recent, Date.now()]);
	return true;
}

export default async function ForgottenPage({
	searchParams,
}: {
	searchParams: Promise<{ answer?: string }>;
}) {
	const { answer } = await searchParams;
	const mails = await db.message.findMany({ orderBy: { id: "desc" } });
	const key = crypto.randomUUID();

	async function sendLink(formData: FormData) {
		"use server";
		const email = String(formData.get("email")).toLowerCase();
		if (!seen.has(key)) {
			seen.add(key);
			if (!mayHaveAnother(email)) redirect("/?answer=too-many");
			await sendMail(email, "Here is your link.");
		}
		redirect("/?answer=sent");
	}

	return (
		<>
			<h1>Forgotten your password?</h1>
			<form action={sendLink} className="card">
				<div className="field">
					<label htmlFor="email">E-mail</label>
					<input id="email" name="email" type="email" required />
				</div>
				<button type="submit">Send me a link</button>
				{answer === "sent" && <p role="status">A mail is on its way.</p>}
				{answer === "too-many" && <p role="status">Too many mails. Try again in an hour.</p>}
			</form>
			<h2>Outbox</h2>
			<ul className="list">
				{mails.map((mail) => (
					<li key={mail.id}>To {mail.name}</li>
				))}
			</ul>
		</>
	);
}
