"use client";

import { useEffect, useState } from "react";
import { readNetwork } from "@/lib/workshop/client/requests";

export interface JoinAddress {
	url: string;
	/** Without the protocol: shorter to type. */
	shown: string;
	/** Other computers cannot reach it. */
	local: boolean;
}

/**
 * Where learners join this room. An instructor who opened `localhost` gets the address by which others reach this
 * computer, where there is one.
 */
export function useJoinAddress(code: string): JoinAddress {
	const [origin, setOrigin] = useState(() => (typeof window === "undefined" ? "" : window.location.origin));
	useEffect(() => {
		if (!isLocal(window.location.origin)) return;
		const controller = new AbortController();
		readNetwork({ signal: controller.signal }).then(
			({ addresses }) => {
				if (addresses[0] !== undefined) setOrigin(addresses[0]);
			},
			// Then what the browser shows in its address bar is the best that is known.
			() => undefined,
		);
		return () => controller.abort();
	}, []);
	const url = `${origin}/join/${code}`;
	return { url, shown: url.replace(/^https?:\/\//, ""), local: isLocal(origin) };
}

function isLocal(origin: string): boolean {
	return /^https?:\/\/(localhost|[^/]*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);
}
