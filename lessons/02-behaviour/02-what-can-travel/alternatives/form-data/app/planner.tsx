"use client";

import { useActionState } from "react";
import { planTrip } from "./actions";

const people = ["Ada", "Grace", "Edsger"];

export function Planner() {
	const [message, formAction, pending] = useActionState(planTrip, "");

	return (
		<form className="card" action={formAction}>
			<div className="field">
				<label htmlFor="from">First day</label>
				<input id="from" name="from" type="date" defaultValue="2026-05-01" />
			</div>
			<div className="field">
				<label htmlFor="to">Last day</label>
				<input id="to" name="to" type="date" defaultValue="2026-05-03" />
			</div>
			{people.map((person) => (
				<label key={person} className="row">
					{person}
					<input type="checkbox" style={{ width: "auto" }} name="guest" value={person} />
				</label>
			))}
			<button type="submit" disabled={pending}>
				Plan
			</button>
			<p role="status">{message}</p>
		</form>
	);
}
