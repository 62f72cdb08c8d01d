"use client";

import { useActionState } from "react";
import { ROOMS } from "@/lib/rooms";
import { announce } from "./actions";

export function EventForm() {
	const [refusal, formAction] = useActionState(announce, null);
	const error = (field: string) =>
		refusal?.field === field ? { "aria-invalid": true, "aria-errormessage": "why" } : {};

	return (
		<form action={formAction} className="card" noValidate>
			<p id="why" role="alert">
				{refusal?.why}
			</p>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" defaultValue={refusal?.typed.title} {...error("title")} />
			</div>
			<div className="field">
				<label htmlFor="date">Date</label>
				<input id="date" name="date" type="date" defaultValue={refusal?.typed.date} {...error("date")} />
			</div>
			<div className="field" key={refusal?.typed.room}>
				<label htmlFor="room">Room</label>
				<select id="room" name="room" defaultValue={refusal?.typed.room} {...error("room")}>
					{ROOMS.map((room) => (
						<option key={room}>{room}</option>
					))}
				</select>
			</div>
			<button type="submit">Announce</button>
		</form>
	);
}
