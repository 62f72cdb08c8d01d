"use client";

import { useRef } from "react";
import { note } from "./actions";

export default function Page() {
	const form = useRef<HTMLFormElement>(null);

	return (
		<>
			<form action={note} ref={form}>
				<input name="which" aria-label="Word" required />
			</form>
			<button type="button" onClick={() => form.current?.submit()}>
				Send
			</button>
		</>
	);
}
