"use client";

import { useState } from "react";
import { reserve } from "./actions";

export function ReserveForm() {
	const [name, setName] = useState("");
	const [number, setNumber] = useState<number | null>(null);

	return (
		<form
			className="card"
			onSubmit={async (event) => {
				event.preventDefault();
				setNumber(await reserve(name));
				setName("");
			}}
		>
			<div className="field">
				<label htmlFor="name">Your name</label>
				<input id="name" value={name} onChange={(event) => setName(event.target.value)} required />
			</div>
			<button type="submit">Reserve</button>
			<p role="status">{number === null ? "" : `Your number is ${number}`}</p>
		</form>
	);
}
