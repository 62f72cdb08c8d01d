"use client";

import { useActionState, useTransition } from "react";
import { fail } from "./actions";

export default function Page() {
	const [, formAction] = useActionState(fail, undefined);
	const [, startTransition] = useTransition();

	return (
		<>
			<form action={fail}>
				<button type="submit">Form</button>
			</form>
			<form action={formAction}>
				<button type="submit">State</button>
			</form>
			<button type="button" onClick={() => startTransition(() => fail())}>
				Transition
			</button>
		</>
	);
}
