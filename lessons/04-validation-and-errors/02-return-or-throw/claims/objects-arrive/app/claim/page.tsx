"use client";

import { useState } from "react";
import { ask } from "./actions";

export default function Page() {
	const [answer, setAnswer] = useState<Awaited<ReturnType<typeof ask>> | null>(null);

	return (
		<>
			<button type="button" onClick={async () => setAnswer(await ask())}>
				Ask
			</button>
			<p role="status">
				{answer &&
					`${answer.ok ? "ok" : "not ok"}, ${answer.problem.code}, ${answer.problem.left} left, back in ${answer.backOn.getUTCFullYear()}`}
			</p>
		</>
	);
}
