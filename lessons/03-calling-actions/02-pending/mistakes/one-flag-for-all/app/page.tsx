import { db } from "@/lib/db";
import { InviteForm } from "./invite-form";
import { RemindAll, RemindButton } from "./remind-button";

export default async function GuestsPage() {
	const invited = await db.message.findMany({ where: { text: "invited" } });
	const reminded = await db.message.findMany({ where: { text: "reminded" } });

	return (
		<>
			<h1>Summer party</h1>
			<p className="muted">Every guest gets a letter. The mail takes a while.</p>

			<InviteForm />

			<h2>Guests</h2>
			<RemindAll><ul className="list">
				{invited.map((guest) => (
					<li key={guest.id} className="row">
						<strong>{guest.name}</strong>
						<small>{reminded.filter((letter) => letter.name === guest.name).length} reminders</small>
						<RemindButton name={guest.name} />
					</li>
				))}
			</ul></RemindAll>
		</>
	);
}
