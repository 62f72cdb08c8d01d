"use client";

import { useState } from "react";
import * as z from "zod";
import { join } from "./actions";

const memberSchema = z.object({
	name: z.string().trim().min(2, "Your name needs at least two letters."),
	email: z.email("That does not look like an address, for instance ada@example.com."),
	bio: z.string().trim().max(160, "Please keep it to 160 characters."),
});

export function ProfileForm() {
	const [problem, setProblem] = useState("");

	return (
		<form
			action={join}
			className="card"
			noValidate
			onSubmit={(event) => {
				const parsed = memberSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
				if (parsed.success) return;
				event.preventDefault();
				setProblem(z.prettifyError(parsed.error));
			}}
		>
			<p role="alert">{problem}</p>
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
