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
				The room is at <Address>{hostOf(hub)}</Address>. Your code runs in the playground on this computer.
			</Note>
		);
	if (!plain) return null;
	const own = `http://localhost:${USUAL_PORT}${doorPath(code, window.location.origin)}`;
	return (
		<Note title="Where your code runs" warns={machines > 0}>
			{machines > 0 && (
				<>
					On the instructor’s computer, as that person’s own programs: write nothing there that you would not
					show, and nothing that harms. It has room for {many(machines, "app")} at a time; the network is not
					encrypted.{" "}
				</>
			)}
			{machines > 0 ? "Better, with a playground on your own computer: " : "On your own computer: "}
			start the playground there (<Address>npm start</Address>) and join from it, at
			<span className="mt-2 flex items-center gap-2">
				<a
					href={own}
					className="min-w-0 break-all font-mono text-accent text-xs underline underline-offset-2"
				>
					{own}
				</a>
				<CopyButton text={own} label="Copy the address" />
			</span>
			{machines === 0 && (
				<span className="mt-2 block">
					Joining here instead, you can read along, vote and ask for help; apps do not run.
				</span>
			)}
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
				<p className="mt-1.5 text-ink-muted">{children}</p>
			</div>
		</section>
	);
}

function Address({ children }: { children: string }) {
	return <span className="break-all font-mono text-ink text-xs">{children}</span>;
}
