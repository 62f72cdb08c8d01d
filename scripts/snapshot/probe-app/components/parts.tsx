"use client";

import dynamic from "next/dynamic";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { startTransition, useActionState, useEffect, useOptimistic, useState, useTransition } from "react";
import { useFormStatus } from "react-dom";
import { add, save } from "../lib/actions";

const Later = dynamic(() => import("./later"), { ssr: false });

export function Submit() {
	const { pending } = useFormStatus();
	return <button disabled={pending}>Save</button>;
}

export function StateForm() {
	const [state, action, pending] = useActionState(save, null, "/action-state");
	return (
		<form action={action}>
			<input name="name" />
			<output>{pending ? "…" : JSON.stringify(state)}</output>
			<Submit />
		</form>
	);
}

export function Like({ action }: { action: (by: number) => Promise<unknown> }) {
	const [count, setCount] = useState(0);
	const [shown, bump] = useOptimistic(count, (now, by: number) => now + by);
	const [pending, start] = useTransition();
	const router = useRouter();
	useEffect(() => startTransition(() => void add(1)), []);
	return (
		<button
			disabled={pending}
			title={`${usePathname()} ${useSearchParams()}`}
			onClick={() =>
				start(async () => {
					bump(1);
					await action(1);
					setCount((now) => now + 1);
					router.refresh();
				})
			}
		>
			{shown} <Later />
		</button>
	);
}
