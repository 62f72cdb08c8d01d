"use client";

export function SettingsForm() {
	return (
		<form className="card" noValidate>
			<p role="status" />
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
			<button type="submit">Save</button>
		</form>
	);
}
