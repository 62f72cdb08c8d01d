"use client";

import { useRef } from "react";
import { note } from "./actions";

export default function Page() {
	const form = useRef<HTMLFormElement>(null);
	const second = useRef<HTMLButtonElement>(null);

	return (
		<>
			<form action={note} ref={form}>
				<button type="submit" name="which" value="first">
					First
				</button>
				<button type="submit" name="which" value="second" ref={second}>
					Second
				</button>
			</form>
			<button type="button" onClick={() => form.current?.requestSubmit()}>
				Without a button
			</button>
			<button type="button" onClick={() => form.current?.requestSubmit(second.current)}>
				With the other one
			</button>
		</>
	);
}
