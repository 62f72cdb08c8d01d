"use client";

import { startTransition, useEffect, useState } from "react";
import { fail } from "./actions";

export default function Page() {
	const [mounted, setMounted] = useState(false);

	return (
		<>
			<p>Still here</p>
			<button type="button" onClick={() => fail()}>
				Handler
			</button>
			<button type="button" onClick={() => startTransition(() => fail())}>
				Bare
			</button>
			<button type="button" onClick={() => setMounted(true)}>
				Effect
			</button>
			{mounted && <OnMount />}
		</>
	);
}

function OnMount() {
	useEffect(() => {
		fail();
	}, []);
	return null;
}
