"use client";

import { useActionState } from "react";
import { join } from "./actions";

export function ProfileForm() {
	const [state, formAction] = useActionState(join, undefined);
	const errors = state?.ok === false ? state.errors : undefined;
	const typed = (name: string) => (state?.ok === false ? String(state.raw[name] ?? "") : "");

	return (
		<form action={formAction} className="card" noValidate>
			<div aria-live="polite">
				{errors && <p className="notice error">Please look at the marked fields.</p>}
				{state?.ok && <p className="notice">Welcome!</p>}
			</div>
			<label>
				Name
				<input
					name="name"
					defaultValue={typed("name")}
					aria-invalid={errors?.name ? true : undefined}
					aria-describedby={errors?.name ? "name-hint" : undefined}
				/>
			</label>
			{errors?.name && <small id="name-hint">{errors.name.errors.join(" ")}</small>}
			<label>
				Email
				<input
					name="email"
					defaultValue={typed("email")}
					aria-invalid={errors?.email ? true : undefined}
					aria-describedby={errors?.email ? "email-hint" : undefined}
				/>
			</label>
			{errors?.email && <small id="email-hint">{errors.email.errors.join(" ")}</small>}
			<label>
				About you
				<textarea
					name="bio"
					defaultValue={typed("bio")}
					aria-invalid={errors?.bio ? true : undefined}
					aria-describedby={errors?.bio ? "bio-hint" : undefined}
				/>
			</label>
			{errors?.bio && <small id="bio-hint">{errors.bio.errors.join(" ")}</small>}
			<button type="submit">Join</button>
		</form>
	);
}
