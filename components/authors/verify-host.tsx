"use client";

import { useEffect, useRef, useState } from "react";
import type { BaseApp } from "@/lib/lessons/types";
import { getSandbox } from "@/lib/playground/sandbox";
import { createVerifyHost } from "@/lib/playground/verify";

/** The page behind `npm run lessons -- verify`: a sandbox, its preview, and the door for the command line. */
export function VerifyHost() {
	const container = useRef<HTMLDivElement>(null);
	const [status, setStatus] = useState("Loading the base app …");

	useEffect(() => {
		const { preview, session } = getSandbox();
		preview.attach(container.current);
		const unsubscribe = session.subscribe(() => setStatus(`Sandbox: ${session.getState().state}`));
		const controller = new AbortController();
		fetch("/api/base-app", { signal: controller.signal })
			.then((response) => response.json() as Promise<BaseApp>)
			.then((base) => {
				window.playgroundVerify = createVerifyHost(base);
				setStatus("Ready for `npm run lessons -- verify`.");
			})
			.catch((error: unknown) => {
				if (!controller.signal.aborted) setStatus(`The base app could not be loaded: ${String(error)}`);
			});
		return () => {
			controller.abort();
			unsubscribe();
			preview.attach(null);
			window.playgroundVerify = undefined;
		};
	}, []);

	return (
		<main className="flex h-dvh flex-col gap-2 p-4">
			<h1 className="font-semibold text-lg">Verification of lessons</h1>
			<p role="status">{status}</p>
			<div ref={container} className="min-h-0 flex-1 rounded-md border border-border" />
		</main>
	);
}
