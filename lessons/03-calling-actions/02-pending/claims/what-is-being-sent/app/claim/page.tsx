"use client";

import { useFormStatus } from "react-dom";
import { invite } from "../actions";

export default function Page() {
	return (
		<form action={invite}>
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
	const { pending, data } = useFormStatus();
	return <p data-testid="inside">{pending ? `Inviting ${data.get("name")}` : "quiet"}</p>;
}
