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
					const got = await callMe();
					const seen = {
						date: got.date instanceof Date && got.date.getTime() === 0,
						map: got.map instanceof Map && got.map.get("a") === 1,
						set: got.set instanceof Set && got.set.has("b"),
						bigint: got.bigint === 10n,
						bytes: got.bytes instanceof Uint8Array && got.bytes[2] === 3,
						file: got.file instanceof Blob && (await got.file.text()) === "words",
						form: got.form instanceof FormData && got.form.get("city") === "Turin",
						promise: (await got.promise) === "later",
					};
					setAnswer(
						Object.entries(seen)
							.map(([name, yes]) => `${name} ${yes ? "yes" : "no"}`)
							.join(", "),
					);
				}}
			>
				Call
			</button>
			<p role="status">{answer}</p>
		</>
	);
}
