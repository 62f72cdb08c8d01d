"use client";

import { useSyncExternalStore } from "react";

/** As Tailwind's `lg`. */
const QUERY = "(min-width: 64rem)";

/** Whether board and panel stand side by side. */
export function useWide(): boolean {
	return useSyncExternalStore(
		(changed) => {
			const media = window.matchMedia(QUERY);
			media.addEventListener("change", changed);
			return () => media.removeEventListener("change", changed);
		},
		() => window.matchMedia(QUERY).matches,
		() => true,
	);
}
