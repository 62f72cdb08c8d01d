"use client";

import { useActionState } from "react";
import { count } from "./actions";

export default function Page() {
	const [state, formAction] = useActionState(count, 7);

	return (
		<form action={formAction}>
			<p>The count is {state}</p>
			<button type="submit">Count</button>
		</form>
	);
}
