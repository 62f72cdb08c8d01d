"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { readNetwork } from "@/lib/workshop/client/requests";
import type { Network } from "@/lib/workshop/contract";
import { useJoinAddress } from "../../use-join-address";
import { many } from "../../words";

/** Whether other computers reach this one: what to do before a room of people waits. */
export function NetworkCheck({ code, learners }: { code: string; learners: number }) {
	const address = useJoinAddress(code);
	const [network, setNetwork] = useState<Network | { failed: string } | null>(null);
	const look = () =>
		readNetwork().then(setNetwork, (error: unknown) =>
			setNetwork({ failed: error instanceof Error ? error.message : String(error) }),
		);
	return (
		<div className="grid gap-3 text-sm">
			<p className="text-pretty text-ink-muted">
				Learners open <span className="break-all font-mono text-ink">{address.shown}</span>. Try it with a
				phone on the same network, then look here.
			</p>
			<Button size="sm" className="justify-self-start" onClick={() => void look()}>
				Who has reached this computer?
			</Button>
			<div role="status" className="grid gap-2">
				{network !== null && <Finding found={findingOf(network, learners)} />}
				{network !== null && "machines" in network && network.machines > 0 && (
					<Finding found={{ good: network.isolated, words: guestWords(network) }} />
				)}
			</div>
		</div>
	);
}

function guestWords({ machines, isolated }: Network): string {
	const how = isolated ? "isolated: they see none of your files and no network" : "with your rights";
	return `Up to ${many(machines, "app")} of learners run on this computer, ${how}. Start it without --lan-machines to end that.`;
}

interface FoundNetwork {
	good: boolean;
	words: string;
}

function findingOf(network: Network | { failed: string }, learners: number): FoundNetwork {
	if ("failed" in network) return { good: false, words: network.failed };
	if (network.others > 0)
		return {
			good: true,
			words: `${many(network.others, "other computer")} reached it. The network lets people through.`,
		};
	if (!network.lan)
		return {
			good: learners > 0,
			words:
				"This playground listens to its own computer only, or stands behind a server that lets people in. For a room of your own, start it with “npm start -- --lan”.",
		};
	return {
		good: false,
		words:
			"Nobody else has reached it yet. If your phone cannot open the address, the access point keeps its clients apart (“client isolation”), or this computer’s firewall refuses them: allow the port, use another network, or open a hotspot on this computer.",
	};
}

function Finding({ found: { good, words } }: { found: FoundNetwork }) {
	const Icon = good ? Check : TriangleAlert;
	return (
		<p className="flex items-start gap-2 leading-snug">
			<Icon
				aria-hidden="true"
				className={good ? "mt-0.5 size-4 shrink-0 text-pass" : "mt-0.5 size-4 shrink-0 text-warn"}
			/>
			{words}
		</p>
	);
}
