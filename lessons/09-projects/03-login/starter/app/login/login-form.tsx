"use client";

export function LoginForm() {
	return (
		<form className="card" noValidate>
			<p role="alert" className="error" />
			<div className="field">
				<label htmlFor="email">Email</label>
				<input id="email" name="email" type="email" autoComplete="username" />
			</div>
			<div className="field">
				<label htmlFor="password">Password</label>
				<input id="password" name="password" type="password" autoComplete="current-password" />
			</div>
			<button type="submit">Log in</button>
		</form>
	);
}
