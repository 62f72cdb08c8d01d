"use client";

import { saveDraft } from "../actions";
import { greet } from "./actions";

export default function Page() {
	return (
		<>
			<input aria-label="Word" onChange={(event) => saveDraft(event.target.value)} />
			<button type="button" onClick={() => greet()}>
				Greet
			</button>
		</>
	);
}
