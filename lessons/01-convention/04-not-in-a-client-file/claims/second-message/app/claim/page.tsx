"use client";

import { useState } from "react";

export default function Page() {
	const [kept, setKept] = useState(false);

	async function keep() {
		"use server";
	}

	return (
		<button type="button" onClick={() => keep().then(() => setKept(true))}>
			{kept ? "Kept" : "Keep"}
		</button>
	);
}
