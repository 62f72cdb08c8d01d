"use client";

import { useActionState } from "react";
import { addUp } from "./actions";

export default function Page() {
	const [sum, formAction] = useActionState(addUp, 0);

	return (
		<form action={formAction}>
			<p>The sum is {sum}</p>
			<label>
				Amount
				<input name="amount" />
			</label>
			<button type="submit">Add</button>
		</form>
	);
}
