"use client";

import { unstable_isUnrecognizedActionError as isFromOldPage } from "next/navigation";
import { type FormEvent, startTransition, useOptimistic, useState } from "react";
import { saveStory } from "./actions";

export function Editor() {
	const [outcome, setOutcome] = useState<{ error?: unknown }>({});
	const [isPending, setPending] = useOptimistic(false);

	// Rendering is where error boundaries listen.
	if (outcome.error && !isFromOldPage(outcome.error)) throw outcome.error;

	function submit(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		startTransition(async () => {
			setPending(true);
			const error = await saveStory(new FormData(form)).then(
				() => undefined,
				(reason: unknown) => reason,
			);
			if (!error) form.reset();
			startTransition(() => setOutcome({ error }));
		});
	}

	return (
		<form onSubmit={submit} className="card">
			<div className="field">
				<label htmlFor="story">Your story</label>
				<textarea id="story" name="story" required />
			</div>
			<button type="submit" disabled={isPending}>
				Save
			</button>
			{outcome.error !== undefined && (
				<p role="alert">This page is out of date. Copy your text and reload.</p>
			)}
		</form>
	);
}
