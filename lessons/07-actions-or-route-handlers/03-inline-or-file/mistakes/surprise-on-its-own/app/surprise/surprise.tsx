"use client";

import { useState } from "react";

export function Surprise({ titles }: { titles: string[] }) {
	const [index, setIndex] = useState(0);
	const title = titles[index % titles.length] ?? "";

	async function take() {
		const body = new FormData();
		body.set("title", title);
		await fetch("/api/borrow", { method: "POST", body });
	}

	return (
		<div className="card">
			<p>How about {title}?</p>
			<button type="button" onClick={() => setIndex(index + 1)}>
				Another one
			</button>
			<button type="button" onClick={take}>
				Take it
			</button>
		</div>
	);
}
