"use client";

import { useCallback, useLayoutEffect, useRef } from "react";
import type { GroupImperativeHandle, Layout, LayoutChangedMeta } from "react-resizable-panels";
import * as z from "zod/mini";

const layoutSchema = z.record(z.string(), z.number().check(z.minimum(0), z.maximum(100)));

/**
 * Keeps the layout a person gave to a group of panels. Put back after the first render, so that the server's markup
 * and the browser's are the same. A browser that keeps nothing gives the usual layout.
 */
export function useRememberedLayout(id: string) {
	const key = `server-actions-playground.layout.${id}`;
	const groupRef = useRef<GroupImperativeHandle>(null);
	useLayoutEffect(() => {
		const kept = readLayout(key);
		const present = groupRef.current?.getLayout();
		if (kept === null || present === undefined) return;
		const fits = Object.keys(present).every((panel) => panel in kept);
		if (fits) groupRef.current?.setLayout(kept);
	}, [key]);
	const onLayoutChanged = useCallback(
		(layout: Layout, meta: LayoutChangedMeta) => {
			if (!meta.isUserInteraction) return;
			try {
				localStorage.setItem(key, JSON.stringify(layout));
			} catch {
				// Storage is full or refused: the layout is not worth a word.
			}
		},
		[key],
	);
	return { groupRef, onLayoutChanged };
}

function readLayout(key: string): Layout | null {
	try {
		const parsed = layoutSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}
