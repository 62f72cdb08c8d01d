"use client";

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { currentRoom } from "@/lib/workshop/client/current-room";
import type { LearnerRoom, LearnerRoomState } from "@/lib/workshop/client/learner-room";
import { activeRoom, onActiveRoom } from "@/lib/workshop/client/room-hint";
import type { LearnerView } from "@/lib/workshop/contract";

const none = () => null;

/** The code of the room this browser is in, or `null`. Loads nothing. */
export function useActiveRoom(): string | null {
	return useSyncExternalStore(onActiveRoom, activeRoom, none);
}

const NO_ROOM = createStore<LearnerRoomState | null>(() => null);

/** The view of the room this page is in; `null` without a room and until it is known. */
export function useRoomView(): LearnerView | null {
	const room = useStore(currentRoom);
	const state = useStore((room?.store ?? NO_ROOM) as typeof NO_ROOM);
	return state?.view ?? null;
}

const RoomContext = createContext<LearnerRoom | null>(null);
export const RoomProvider = RoomContext;

/** The room, inside of what is shown only in one. */
export function useRoom(): LearnerRoom {
	const room = useContext(RoomContext);
	if (room === null) throw new Error("This component must stand inside a room");
	return room;
}

export function useRoomState(): LearnerRoomState {
	return useStore(useRoom().store);
}

/** Milliseconds by the hub's clock; goes on every `everyMs`. */
export function useHubNow(everyMs: number): number {
	const { clockOffset } = useRoomState();
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now + clockOffset;
}
