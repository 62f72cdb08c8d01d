"use client";

import { useFormStatus } from "react-dom";
import { invite } from "../actions";

export default function Page() {
	const { pending } = useFormStatus();

	return (
		<form action={invite}>
			<p data-testid="around">{pending ? "pending" : "quiet"}</p>
			<Inside />
			<label>
				Name
				<input name="name" />
			</label>
			<button type="submit">Send</button>
		</form>
	);
}

function Inside() {
	const { pending } = useFormStatus();
	return <p data-testid="inside">{pending ? "pending" : "quiet"}</p>;
}
