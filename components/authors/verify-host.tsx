"use client";

import { useEffect, useRef, useState } from "react";
import { machineFromUrl } from "@/lib/playground/machine-choice";
import { createSandbox } from "@/lib/playground/sandbox";
import { loadBaseApp, loadMachinePolicy } from "@/lib/playground/server-facts";
import { createVerifyHost } from "@/lib/playground/verify";
import type { MachinePolicy } from "@/lib/sandbox/machine-policy";

/** The page behind `npm run lessons -- verify`: a sandbox, its preview, and the door for the command line. */
export function VerifyHost() {
	const container = useRef<HTMLDivElement>(null);
	const [status, setStatus] = useState("Loading the base app …");

	useEffect(() => {
		const controller = new AbortController();
		let leave = () => {};
		Promise.all([loadBaseApp(), loadMachinePolicy()])
			.then(([base, policy]) => {
				if (controller.signal.aborted) return;
				const sandbox = createSandbox(onlyOne(policy, location.href), controller.signal, { follow: false });
				const { preview, session } = sandbox;
				preview.attach(container.current);
				const unsubscribe = session.subscribe(() => setStatus(`Sandbox: ${session.getState().state}`));
				window.playgroundVerify = createVerifyHost(base, sandbox);
				setStatus("Ready for `npm run lessons -- verify`.");
				leave = () => {
					unsubscribe();
					preview.attach(null);
				};
			})
			.catch((error: unknown) => {
				if (!controller.signal.aborted) setStatus(`The page did not come up: ${String(error)}`);
			});
		return () => {
			controller.abort();
			leave();
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

/** A verdict is of the machine that was asked for (`?machine=`; otherwise the local one), never of one that stood in for it. */
function onlyOne(policy: MachinePolicy, url: string): MachinePolicy {
	const choice = machineFromUrl(url) ?? "local";
	return { ...policy, offered: policy.offered.filter((kind) => kind === choice) };
}
