"use client";

import { useState, useTransition } from "react";
import { borrow } from "@/lib/loans";

export function Surprise({ titles }: { titles: string[] }) {
	const [index, setIndex] = useState(0);
	const [isPending, startTransition] = useTransition();
	const title = titles[index % titles.length] ?? "";

	return (
		<div className="card">
			<p>How about {title}?</p>
			<button type="button" onClick={() => setIndex(index + 1)}>
				Another one
			</button>
			<button type="button" disabled={isPending} onClick={() => startTransition(() => borrow(title))}>
				Take it
			</button>
		</div>
	);
}
