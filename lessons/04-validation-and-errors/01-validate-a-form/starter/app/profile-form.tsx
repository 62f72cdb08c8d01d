"use client";

import { join } from "./actions";

export function ProfileForm() {
	return (
		<form action={join} className="card" noValidate>
			<div className="field">
				<label htmlFor="name">Name</label>
				<input id="name" name="name" autoComplete="name" />
			</div>
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" autoComplete="email" />
			</div>
			<div className="field">
				<label htmlFor="bio">About you</label>
				<textarea id="bio" name="bio" />
			</div>
			<button type="submit">Join</button>
		</form>
	);
}
