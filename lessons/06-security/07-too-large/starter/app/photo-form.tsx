"use client";

import { useActionState } from "react";
import { sendPhoto } from "./actions";

export function PhotoForm() {
	const [answer, formAction, isPending] = useActionState(sendPhoto, null);

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="photo">Photo</label>
				<input id="photo" name="photo" type="file" required />
			</div>
			<button type="submit" disabled={isPending}>
				Send
			</button>
			<p role="status">{answer?.message}</p>
		</form>
	);
}
