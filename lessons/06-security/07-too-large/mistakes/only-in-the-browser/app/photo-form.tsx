"use client";

import { useActionState, useState } from "react";
import { sendPhoto } from "./actions";

export function PhotoForm() {
	const [answer, formAction, isPending] = useActionState(sendPhoto, null);
	const [size, setSize] = useState(0);
	const isTooLarge = size > 1.5 * 1024 * 1024;

	return (
		<form action={formAction} className="card">
			<div className="field">
				<label htmlFor="photo">Photo</label>
				<input
					id="photo"
					name="photo"
					type="file"
					required
					onChange={(event) => setSize(event.target.files?.[0]?.size ?? 0)}
				/>
			</div>
			<button type="submit" disabled={isPending || isTooLarge}>
				Send
			</button>
			<p role="status">
				{isTooLarge ? "That photo is too large. The limit is 1.5 MB." : answer?.message}
			</p>
		</form>
	);
}
