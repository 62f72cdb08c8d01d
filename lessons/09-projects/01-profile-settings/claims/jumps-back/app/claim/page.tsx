"use client";

import { useActionState } from "react";
import { save } from "./actions";

export default function Page() {
	const [state, formAction] = useActionState(save, { times: 0, stored: "old" });

	return (
		<form action={formAction}>
			<p>Saved: {state.times}</p>
			<label>
				Fixed
				<input name="fixed" defaultValue="old" />
			</label>
			<label>
				Told
				<input name="told" defaultValue={state.stored} />
			</label>
			<button type="submit">Save</button>
		</form>
	);
}
