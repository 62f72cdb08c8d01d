"use client";

import { useState } from "react";
import { describe } from "./actions";

export default function Page() {
	const [text, setText] = useState("nothing yet");

	return (
		<>
			<p>It says: {text}</p>
			<button
				type="button"
				onClick={async () => {
					const { when, likes } = await describe();
					setText(`${when.getUTCFullYear()}, ${likes.get("Bread")}`);
				}}
			>
				Ask
			</button>
		</>
	);
}
