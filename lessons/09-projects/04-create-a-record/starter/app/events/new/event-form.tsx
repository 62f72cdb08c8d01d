"use client";

import { ROOMS } from "@/lib/rooms";

export function EventForm() {
	return (
		<form className="card" noValidate>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input id="title" name="title" />
			</div>
			<div className="field">
				<label htmlFor="date">Date</label>
				<input id="date" name="date" type="date" />
			</div>
			<div className="field">
				<label htmlFor="room">Room</label>
				<select id="room" name="room">
					{ROOMS.map((room) => (
						<option key={room}>{room}</option>
					))}
				</select>
			</div>
			<button type="submit">Announce</button>
		</form>
	);
}
