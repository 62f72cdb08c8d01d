"use client";

import { useState } from "react";
import { refuse } from "./actions";

export default function Page() {
	const [text, setText] = useState("nothing yet");

	return (
		<>
			<p>It says: {text}</p>
			<button type="button" onClick={() => refuse()}>
				Let it fail
			</button>
			<button type="button" onClick={() => refuse().catch(() => setText("that did not work"))}>
				Catch it
			</button>
		</>
	);
}
