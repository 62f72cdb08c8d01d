"use client";

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { toast } from "@/components/ui/toaster";
import {
	connectRoom,
	type Link,
	type RoomConnection,
	type RoomState,
} from "@/lib/workshop/client/connection";
import type { Pass } from "@/lib/workshop/client/requests";
import type { CommandAnswer, RoomCommand, RoomRole, RoomViewOf } from "@/lib/workshop/contract";
import { command } from "@/lib/workshop/staff/commander";

/** What every piece of a staff's page needs besides the view. */
export interface Desk {
	pass: Pass;
	/** Gives a command; a refusal is shown as a message and answered with `null`. */
	send: (what: RoomCommand) => Promise<CommandAnswer | null>;
	/** The hub's clock, in milliseconds. */
	now: () => number;
}

const DeskContext = createContext<Desk | null>(null);
const ConnectionContext = createContext<RoomConnection<RoomRole> | null>(null);

export function useDesk(): Desk {
	const desk = use(DeskContext);
	if (!desk) throw new Error("useDesk outside a DeskProvider");
	return desk;
}

/** The line to a room for everything below; `children` wait until it stands. */
export function DeskProvider({
	pass: { code, secret },
	role,
	children,
}: {
	pass: Pass;
	role: RoomRole;
	children: ReactNode;
}) {
	const [connection, setConnection] = useState<RoomConnection<RoomRole> | null>(null);
	useEffect(() => {
		const controller = new AbortController();
		setConnection(connectRoom<RoomRole>({ code, secret, role, signal: controller.signal }));
		return () => controller.abort();
	}, [code, secret, role]);
	const desk = useMemo<Desk>(
		() => ({
			pass: { code, secret },
			now: () => Date.now() + (connection?.store.getState().clockOffset ?? 0),
			send: (what) =>
				command({ code, secret }, what).catch((error: unknown) => {
					toast.error(error instanceof Error ? error.message : String(error));
					return null;
				}),
		}),
		[code, secret, connection],
	);
	if (connection === null) return null;
	return (
		<ConnectionContext value={connection}>
			<DeskContext value={desk}>{children}</DeskContext>
		</ConnectionContext>
	);
}

function useConnection(): RoomConnection<RoomRole> {
	const connection = use(ConnectionContext);
	if (!connection) throw new Error("outside a DeskProvider");
	return connection;
}

/** The newest view of a room, and how the line to it is. `role` must be the provider's. */
export function useRoom<R extends RoomRole>(
	_role: R,
): { view: RoomViewOf<R> | null; link: Link; retry: () => void } {
	const { store, retry } = useConnection();
	const state = useStore(store) as RoomState<RoomRole>;
	return { view: state.view as RoomViewOf<R> | null, link: state.link, retry };
}

/** A desk without a line: for components on their own. */
export function DeskOf({ desk, children }: { desk: Desk; children: ReactNode }) {
	return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The hub's clock, which goes on in steps of `everyMs`. */
export function useHubNow(everyMs: number): number {
	const { now } = useDesk();
	const [time, setTime] = useState(now);
	const tick = useCallback(() => setTime(now()), [now]);
	useEffect(() => {
		tick();
		const timer = setInterval(tick, everyMs);
		return () => clearInterval(timer);
	}, [tick, everyMs]);
	return time;
}
