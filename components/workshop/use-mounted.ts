"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and in the first render: what only the browser knows must wait for the second. */
export function useMounted(): boolean {
	return useSyncExternalStore(
		never,
		() => true,
		() => false,
	);
}
