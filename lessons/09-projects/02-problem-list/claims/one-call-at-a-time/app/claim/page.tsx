"use client";

import { useOptimistic, useState, useTransition } from "react";
import { ask } from "./actions";

export default function Page() {
	const [shown, show] = useOptimistic<string[], string>([], (all, one) => [...all, one]);
	const [answered, setAnswered] = useState(0);
	const [, startTransition] = useTransition();

	function send(name: string, id: number) {
		startTransition(async () => {
			show(name);
			await ask(id);
			setAnswered((now) => now + 1);
		});
	}

	return (
		<>
			<p data-testid="state">
				{answered} answered, shown: {shown.join(" and ") || "nothing"}
			</p>
			<button type="button" onClick={() => send("first", 1)}>
				First
			</button>
			<button type="button" onClick={() => send("second", 2)}>
				Second
			</button>
		</>
	);
}
