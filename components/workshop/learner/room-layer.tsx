"use client";

import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { LessonContent } from "@/lib/lessons/types";
import type { Playground } from "@/lib/playground/types";
import { progressKeeper } from "@/lib/progress/store";
import { currentRoom } from "@/lib/workshop/client/current-room";
import { followMembership, type LearnerRoom } from "@/lib/workshop/client/learner-room";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { isGated, observeLesson } from "@/lib/workshop/client/observe-lesson";
import { GateCover } from "./gate-cover";
import { RoomBar } from "./room-bar";
import { RoomNews } from "./room-news";
import { RoomNotices } from "./room-notices";
import { useReviewDeck } from "./use-review-deck";
import { RoomProvider, useRoom, useRoomState } from "./use-room";

let following = false;

/** The room on a lesson page: its bar, its notices, and what tells it of the lesson. */
export function RoomLayer({ lesson, playground }: { lesson: LessonContent; playground: Playground | null }) {
	useEffect(() => {
		if (following) return;
		following = true;
		followMembership(membershipKeeper(), currentRoom);
	}, []);
	const room = useStore(currentRoom);
	if (room === null) return null;
	return (
		<RoomProvider value={room} key={room.membership.code}>
			<Inside lesson={lesson} playground={playground} />
		</RoomProvider>
	);
}

function Inside({ lesson, playground }: { lesson: LessonContent; playground: Playground | null }) {
	const room = useRoom();
	const { view } = useRoomState();
	const tooLarge = useObserver(room, playground);
	useReviewDeck(room);
	return (
		<>
			<RoomBar lesson={lesson} tooLarge={tooLarge} />
			<RoomNotices lesson={lesson} playground={playground} />
			{view && isGated(view, lesson.slug) && <GateCover lesson={lesson} view={view} />}
			<RoomNews />
		</>
	);
}

/** Tells the room of the lesson. Gives whether its code has become too large to be read there. */
function useObserver(room: LearnerRoom, playground: Playground | null): boolean {
	const [tooLarge, setTooLarge] = useState(false);
	useEffect(() => {
		if (playground === null) return;
		const controller = new AbortController();
		observeLesson({
			room,
			playground,
			watchProgress: (listener, signal) => progressKeeper().watch(listener, signal),
			onTooLarge: setTooLarge,
			signal: controller.signal,
		});
		return () => {
			controller.abort();
			setTooLarge(false);
		};
	}, [room, playground]);
	return tooLarge;
}
