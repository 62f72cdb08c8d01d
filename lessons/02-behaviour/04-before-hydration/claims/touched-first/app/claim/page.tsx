"use client";

import { Suspense, useLayoutEffect, useState } from "react";

const order: string[] = [];

/** A part that React hydrates by itself, and that notes when. */
function Part({ name }: { name: string }) {
	useLayoutEffect(() => {
		if (!order.includes(name)) order.push(name);
	}, [name]);
	return <button type="button">{name}</button>;
}

export default function Page() {
	const [shown, setShown] = useState("");

	// The earliest moment at which React takes events: the frame is hydrated, the three parts are not.
	useLayoutEffect(() => {
		if (!new URLSearchParams(location.search).has("touch")) return;
		const buttons = Array.from(document.querySelectorAll("button"));
		buttons.find((button) => button.textContent === "third")?.click();
	}, []);

	return (
		<>
			<button type="button" onClick={() => setShown(order.join(", "))}>
				Show
			</button>
			<p role="status">{shown}</p>
			{["first", "second", "third"].map((name) => (
				<Suspense key={name}>
					<Part name={name} />
				</Suspense>
			))}
		</>
	);
}
