"use client";

import { useState } from "react";
import { borrow } from "../library/actions";

export function Surprise({ titles }: { titles: string[] }) {
	const [index, setIndex] = useState(0);
	const title = titles[index % titles.length] ?? "";

	async function take() {
		const formData = new FormData();
		formData.set("title", title);
		await borrow(formData);
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
