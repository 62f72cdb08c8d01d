"use client";

import { useActionState } from "react";
import { reserve } from "./actions";

export function ReserveForm() {
	const [number, formAction, pending] = useActionState(reserve, null);

	return (
		<form className="card" action={formAction}>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit" disabled={pending}>
				Reserve
			</button>
			<p role="status">{number === null ? "" : `Your number is ${number}`}</p>
		</form>
	);
}
