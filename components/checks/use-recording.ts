"use client";

import { useEffect, useState } from "react";
import { useSessionState } from "@/components/lesson/lesson-context";
import { type Recording, recordingSchema } from "@/lib/lessons/recording-schema";
import type { Playground } from "@/lib/playground/types";

/** What the reference solution did, loaded when no machine can run here; `null` where there is nothing to show. */
export function useRecording(playground: Playground): Recording | null {
	const needed = useSessionState(playground).state === "unsupported";
	const { slug } = playground.lesson;
	const [recording, setRecording] = useState<Recording | null>(null);
	useEffect(() => {
		if (!needed) return;
		const controller = new AbortController();
		fetch(`/api/lessons/${slug}/recording`, { signal: controller.signal })
			.then(async (response) => setRecording(recordingSchema.nullable().parse(await response.json())))
			// Without it the lesson is as readable as it was.
			.catch(() => {});
		return () => controller.abort();
	}, [needed, slug]);
	return needed ? recording : null;
}
