"use client";

import { useState } from "react";
import { ask } from "./actions";

export default function Page() {
	const [name, setName] = useState("");
	return (
		<>
			<button type="button" onClick={async () => setName((await ask()).name)}>
				Ask
			</button>
			<p role="status">{name}</p>
		</>
	);
}
