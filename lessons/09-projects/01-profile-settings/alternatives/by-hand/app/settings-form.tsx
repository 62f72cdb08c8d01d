"use client";

import { useActionState } from "react";
import type { User } from "@/lib/db";
import { type SettingsState, saveSettings } from "./actions";

const start: SettingsState = {};
const fields = [
	["name", "Name"],
	["email", "Email"],
	["bio", "About you"],
] as const;

export function SettingsForm({ user }: { user: User }) {
	const [state, formAction] = useActionState(saveSettings, start);
	const saved = state !== start && !state.wrong;

	return (
		<form action={formAction} className="card" noValidate>
			<output>{saved ? "All saved" : ""}</output>
			{fields.map(([name, label]) => (
				<div key={name} className="field">
					<label>
						{label}
						<input
							name={name}
							defaultValue={state.typed?.[name] ?? user[name]}
							{...(state.wrong?.[name] && { "aria-invalid": true, "aria-errormessage": `${name}-wrong` })}
						/>
					</label>
					<span id={`${name}-wrong`} className="error">
						{state.wrong?.[name]}
					</span>
				</div>
			))}
			<button type="submit">Save</button>
		</form>
	);
}
