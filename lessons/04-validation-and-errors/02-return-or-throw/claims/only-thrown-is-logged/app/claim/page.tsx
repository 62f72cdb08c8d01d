"use client";

import { useActionState } from "react";
import { returnIt, throwIt } from "./actions";

export default function Page() {
	const [returned, formReturnIt] = useActionState(returnIt, "");
	const [thrown, formThrowIt] = useActionState(throwIt, "");

	return (
		<>
			<form action={formReturnIt}>
				<p>{returned}</p>
				<button type="submit">Return it</button>
			</form>
			<form action={formThrowIt}>
				<p>{thrown}</p>
				<button type="submit">Throw it</button>
			</form>
		</>
	);
}
