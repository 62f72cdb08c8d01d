"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Preview } from "@/lib/sandbox/bridge/types";

/** The element that a preview shows its frame in, for as long as the component lives. */
export function useAttached(preview: Preview): RefObject<HTMLDivElement | null> {
	const container = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		preview.attach(container.current);
		return () => preview.attach(null);
	}, [preview]);
	return container;
}
