"use client";

import { useEffect, useTransition } from "react";
import { countNothing } from "./actions";

export default function Page() {
	const [, start] = useTransition();

	useEffect(() => {
		start(async () => {
			await countNothing();
		});
	}, []);

	return <h1>A long read</h1>;
}
