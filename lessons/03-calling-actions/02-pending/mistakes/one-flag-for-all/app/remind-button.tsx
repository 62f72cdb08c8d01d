"use client";

import { createContext, type ReactNode, useContext, useTransition } from "react";
import { remind } from "./actions";

const Sending = createContext<{ isPending: boolean; start: (name: string) => void } | null>(null);

export function RemindAll({ children }: { children: ReactNode }) {
	const [isPending, startTransition] = useTransition();
	const start = (name: string) =>
		startTransition(async () => {
			await remind(name);
		});
	return <Sending value={{ isPending, start }}>{children}</Sending>;
}

export function RemindButton({ name }: { name: string }) {
	const sending = useContext(Sending);

	return (
		<button type="button" disabled={sending?.isPending} onClick={() => sending?.start(name)}>
			{sending?.isPending ? "Sending…" : "Remind"}
		</button>
	);
}
