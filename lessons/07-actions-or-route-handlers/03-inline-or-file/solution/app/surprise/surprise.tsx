"use client";

import { useState } from "react";
import { borrow } from "../actions";

export function Surprise({ titles }: { titles: string[] }) {
	const [index, setIndex] = useState(0);
	const title = titles[index % titles.length] ?? "";

	return (
		<div className="card">
			<p>How about {title}?</p>
			<button type="button" onClick={() => setIndex(index + 1)}>
				Another one
			</button>
			<form action={borrow}>
				<input type="hidden" name="title" value={title} />
				<button type="submit">Take it</button>
			</form>
		</div>
	);
}
