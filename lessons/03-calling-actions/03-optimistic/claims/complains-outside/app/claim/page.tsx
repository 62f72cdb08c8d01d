"use client";

import { startTransition, useEffect, useOptimistic, useRef, useState } from "react";

export default function Page() {
	const [, showHope] = useOptimistic(false);
	const [errors, setErrors] = useState("");
	const where = useRef("");

	useEffect(() => {
		const original = console.error;
		console.error = (...args) => {
			original(...args);
			if (String(args[0]).includes("optimistic")) setErrors(`${where.current}: ${args[0]}`);
		};
		return () => {
			console.error = original;
		};
	}, []);

	return (
		<>
			<p data-testid="console">{errors}</p>
			<button
				type="button"
				onClick={() => {
					where.current = "Inside";
					startTransition(() => showHope(true));
				}}
			>
				Inside
			</button>
			<button
				type="button"
				onClick={() => {
					where.current = "Outside";
					showHope(true);
				}}
			>
				Outside
			</button>
		</>
	);
}
