"use client";

import { Snail, Users } from "lucide-react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { type Network, SLOW_MS } from "@/lib/playground/network";
import type { Playground } from "@/lib/playground/types";

/** What the app can be looked at with: a slow network, a second visitor. */
export function Surroundings({ playground: { network, secondBrowser } }: { playground: Playground }) {
	const slow = useStore(network.store, (state) => state.slow);
	const second = useStore(secondBrowser.store, ({ open }) => open);
	return (
		<>
			<Tooltip
				content={`Slow network: documents, RSC requests and action calls take ${SLOW_MS / 1000} s longer, so that pending and optimistic states can be seen. Checks are not slowed down.`}
			>
				<Button
					size="sm"
					variant="quiet"
					icon
					aria-label="Slow network"
					aria-pressed={slow}
					onClick={() => network.setSlow(!slow)}
					className="aria-pressed:bg-accent/10 aria-pressed:text-accent"
				>
					<Snail aria-hidden="true" />
				</Button>
			</Tooltip>
			<Tooltip content="Second browser: the same app for another visitor, with cookies of its own.">
				<Button
					size="sm"
					variant="quiet"
					icon
					aria-label="Second browser"
					aria-pressed={second}
					onClick={() => secondBrowser.setOpen(!second)}
					className="aria-pressed:bg-accent/10 aria-pressed:text-accent"
				>
					<Users aria-hidden="true" />
				</Button>
			</Tooltip>
		</>
	);
}

/** Said where the network could not be slowed down or let go. */
export function NetworkTrouble({ network }: { network: Network }) {
	const trouble = useStore(network.store, (state) => state.trouble);
	if (trouble === null) return null;
	return (
		<p role="alert" className="shrink-0 border-border border-b bg-fail/10 px-3 py-1.5 text-fail text-xs">
			The network’s speed could not be changed. {trouble}
		</p>
	);
}
