"use client";

import dynamic from "next/dynamic";
import type { LessonContent } from "@/lib/lessons/types";
import type { Playground } from "@/lib/playground/types";
import { useActiveRoom } from "./use-room";

const RoomLayer = dynamic(() => import("./room-layer").then((m) => m.RoomLayer), { ssr: false });

/** What a lesson page shows and does while this browser is in a room. Without one it loads nothing. */
export function RoomDock({ lesson, playground }: { lesson: LessonContent; playground: Playground | null }) {
	return useActiveRoom() === null ? null : <RoomLayer lesson={lesson} playground={playground} />;
}
