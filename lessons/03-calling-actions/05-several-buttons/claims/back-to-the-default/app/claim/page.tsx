"use client";

import { useActionState } from "react";
import { twice } from "./actions";

export default function Page() {
	const [text, formAction] = useActionState(twice, "");

	return (
		<form action={formAction}>
			<p data-testid="state">{text}</p>
			<textarea name="text" aria-label="Text" defaultValue={text} />
			<input name="other" aria-label="Other" defaultValue="as it was" />
			<button type="submit">Send</button>
		</form>
	);
}
