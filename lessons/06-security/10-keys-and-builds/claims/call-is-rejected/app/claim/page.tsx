"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useState } from "react";
import { OldBuild } from "../old-build";
import { note } from "./note";

export default function Page() {
	const [outcome, setOutcome] = useState("");
	const call = () =>
		note().then(
			() => setOutcome("answered"),
			(error: unknown) =>
				setOutcome(unstable_isUnrecognizedActionError(error) ? "unrecognised" : "another error"),
		);

	return (
		<>
			<OldBuild />
			<button type="button" onClick={call}>
				Call
			</button>
			<p role="status">{outcome}</p>
		</>
	);
}
