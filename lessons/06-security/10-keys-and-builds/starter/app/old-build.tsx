"use client";

import { useEffect } from "react";

/**
 * Makes this page one of an older build: each call of an action names an id that the server does not know. Only with
 * ?build=old in the address.
 */
export function OldBuild() {
	useEffect(() => {
		if (new URLSearchParams(location.search).get("build") !== "old") return;
		const original = window.fetch;
		window.fetch = (input, init) => {
			const headers = new Headers(init?.headers);
			const id = headers.get("next-action");
			if (id === null) return original(input, init);
			headers.set("next-action", id.slice(0, 2) + "0".repeat(40));
			return original(input, { ...init, headers });
		};
		return () => {
			window.fetch = original;
		};
	}, []);
	return null;
}
