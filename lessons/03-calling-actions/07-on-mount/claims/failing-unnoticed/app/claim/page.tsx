"use client";

import { startTransition, useEffect } from "react";
import { countNothing } from "./actions";

export default function Page() {
	useEffect(() => {
		startTransition(async () => {
			await countNothing();
		});
	}, []);

	return <h1>A long read</h1>;
}
