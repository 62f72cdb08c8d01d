"use client";

import { useState } from "react";
import { callMe } from "./actions";

export default function Page() {
	const [answer, setAnswer] = useState("");

	return (
		<>
			<button
				type="button"
				onClick={async () => {
					const form = new FormData();
					form.set("city", "Turin");
					await callMe({
						date: new Date(0),
						map: new Map([["a", 1]]),
						set: new Set(["b"]),
						bigint: 10n,
						bytes: new Uint8Array([1, 2, 3]),
						file: new File(["words"], "note.txt"),
						form,
						promise: Promise.resolve("later"),
					});
					setAnswer("done");
				}}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
