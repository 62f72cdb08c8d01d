"use client";

import { useActionState } from "react";
import { ROOMS } from "@/lib/rooms";
import { type AnnounceState, announce } from "./actions";

const empty: AnnounceState = { values: { title: "", date: "", room: ROOMS[0] }, errors: {} };

export function EventForm() {
	const [{ values, errors }, formAction, pending] = useActionState(announce, empty);

	return (
		<form action={formAction} className="card" noValidate>
			<div className="field">
				<label htmlFor="title">Title</label>
				<input
					id="title"
					name="title"
					defaultValue={values.title}
					aria-invalid={Boolean(errors.title)}
					aria-describedby="title-error"
				/>
				<FieldError id="title-error" errors={errors.title} />
			</div>
			<div className="field">
				<label htmlFor="date">Date</label>
				<input
					id="date"
					name="date"
					type="date"
					defaultValue={values.date}
					aria-invalid={Boolean(errors.date)}
					aria-describedby="date-error"
				/>
				<FieldError id="date-error" errors={errors.date} />
			</div>
			<div className="field">
				<label htmlFor="room">Room</label>
				<select
					key={values.room}
					id="room"
					name="room"
					defaultValue={values.room}
					aria-invalid={Boolean(errors.room)}
					aria-describedby="room-error"
				>
					{ROOMS.map((room) => (
						<option key={room}>{room}</option>
					))}
				</select>
				<FieldError id="room-error" errors={errors.room} />
			</div>
			<button type="submit" disabled={pending}>
				Announce
			</button>
		</form>
	);
}

function FieldError({ id, errors = [] }: { id: string; errors?: string[] }) {
	return (
		<p id={id} className="error" role="alert">
			{errors[0]}
		</p>
	);
}
