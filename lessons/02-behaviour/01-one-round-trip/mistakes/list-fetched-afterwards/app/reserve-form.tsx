"use client";

import { useState } from "react";
import type { Message } from "@/lib/db";
import { reserve } from "./actions";

const SEATS = 8;

export function ReserveForm({ initial }: { initial: Message[] }) {
	const [reservations, setReservations] = useState(initial);
	const [number, setNumber] = useState<number | null>(null);

	return (
		<>
			<p className="muted">
				Thursday at eight, in the big room. {SEATS - reservations.length} of {SEATS} seats are left.
			</p>
			<form
				className="card"
				action={async (formData: FormData) => {
					const reserved = await reserve(String(formData.get("name")));
					setNumber(reserved);
					setReservations(await (await fetch("/reservations")).json());
				}}
			>
				<div className="field">
					<label htmlFor="name">Your name</label>
					<input id="name" name="name" required />
				</div>
				<button type="submit">Reserve</button>
				<p role="status">{number === null ? "" : `Your number is ${number}`}</p>
			</form>

			<h2>Who is coming</h2>
			<ul className="list">
				{reservations.map((reservation) => (
					<li key={reservation.id}>
						{reservation.id}. {reservation.name}
					</li>
				))}
			</ul>
		</>
	);
}
