"use client";

import { MonitorCog, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { useMounted } from "@/components/workshop/use-mounted";
import { doorPath, hostOf, many } from "@/components/workshop/words";
import { readNetwork } from "@/lib/workshop/client/requests";

/** The port of a playground that was told no other. */
const USUAL_PORT = 3000;

/**
 * Where the learner's apps will run, for those to whom it makes a difference: on a plain-http address of a local network
 * no browser runs them, so they need a playground of the learner's own, or a place on the host.
 */
export function WhereCodeRuns(props: { code: string; hub: string | undefined }) {
	// What it says depends on the page's own address, which the server does not know.
	return useMounted() ? <Where {...props} /> : null;
}

function Where({ code, hub }: { code: string; hub: string | undefined }) {
	const plain = !window.isSecureContext;
	const [machines, setMachines] = useState(0);
	useEffect(() => {
		if (!plain) return;
		const controller = new AbortController();
		readNetwork({ signal: controller.signal }).then(
			(network) => setMachines(network.machines),
			// Then there are none as far as this page knows.
			() => undefined,
		);
		return () => controller.abort();
	}, [plain]);
	if (hub !== undefined)
		return (
			<Note title="The room is elsewhere, your code stays here">
				<p>
					The room is at <Address>{hostOf(hub)}</Address>. Your code runs in the playground on this computer.
				</p>
			</Note>
		);
	if (!plain) return null;
	const own = `http://localhost:${USUAL_PORT}${doorPath(code, window.location.origin)}`;
	return (
		<Note title="Where your code runs" warns={machines > 0}>
			{machines > 0 ? (
				<p>
					On the instructor’s computer, which has room for {many(machines, "app")} at a time. Others in this
					network may see what you type. Better is a playground on your own computer:
				</p>
			) : (
				<p>On your own computer, in a playground of your own:</p>
			)}
			<p>
				Start it there (<Address>npm start</Address>), then join from it, at this address:
			</p>
			<p className="flex items-center gap-2">
				<a
					href={own}
					className="min-w-0 break-all font-mono text-accent text-xs underline underline-offset-2"
				>
					{own}
				</a>
				<CopyButton text={own} label="Copy the address" />
			</p>
			{machines === 0 && <p>Join here instead to read along, vote and ask for help. Apps do not run here.</p>}
		</Note>
	);
}

function Note({
	title,
	warns = false,
	children,
}: {
	title: string;
	warns?: boolean;
	children: React.ReactNode;
}) {
	const Icon = warns ? TriangleAlert : MonitorCog;
	return (
		<section className="flex gap-2.5 rounded-lg border border-border bg-surface p-4 text-sm leading-snug">
			<Icon
				aria-hidden="true"
				className={warns ? "mt-0.5 size-4 shrink-0 text-warn" : "mt-0.5 size-4 shrink-0 text-accent"}
			/>
			<div className="min-w-0">
				<h2 className="font-semibold">{title}</h2>
				<div className="mt-1.5 grid gap-2 text-ink-muted">{children}</div>
			</div>
		</section>
	);
}

function Address({ children }: { children: string }) {
	return <span className="break-all font-mono text-ink text-xs">{children}</span>;
}
