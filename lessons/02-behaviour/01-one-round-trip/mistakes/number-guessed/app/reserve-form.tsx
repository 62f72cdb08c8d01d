"use client";

import { useState } from "react";
import { reserve } from "./actions";

export function ReserveForm({ taken }: { taken: number }) {
	const [number, setNumber] = useState<number | null>(null);

	return (
		<form
			className="card"
			action={async (formData: FormData) => {
				await reserve(String(formData.get("name")));
				setNumber(taken + 1);
			}}
		>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input id="name" name="name" required />
			</div>
			<button type="submit">Reserve</button>
			<p role="status">{number === null ? "" : `Your number is ${number}`}</p>
		</form>
	);
}
