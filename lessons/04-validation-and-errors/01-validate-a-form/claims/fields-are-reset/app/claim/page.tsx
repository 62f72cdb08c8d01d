"use client";

import { useActionState, useState } from "react";
import { refuse } from "./actions";

export default function Page() {
	const [refusals, formAction] = useActionState(refuse, 0);
	const [controlled, setControlled] = useState("");

	return (
		<form action={formAction}>
			<p>Refused {refusals} times</p>
			<label>
				Plain
				<input name="plain" defaultValue="as it was" />
			</label>
			<label>
				Controlled
				<input name="controlled" value={controlled} onChange={(event) => setControlled(event.target.value)} />
			</label>
			<button type="submit">Send</button>
		</form>
	);
}
