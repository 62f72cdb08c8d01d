"use client";

import { useCallback, useState } from "react";

/** Notices that were put away in this tab, by an id each. */
export function useDismissed(code: string) {
	const key = `server-actions-playground.dismissed.${code}`;
	const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => read(key));
	const dismiss = useCallback(
		(id: string) =>
			setDismissed((before) => {
				const after = new Set([...before, id]);
				try {
					sessionStorage.setItem(key, JSON.stringify([...after].slice(-100)));
				} catch {
					// Then it comes again after a reload.
				}
				return after;
			}),
		[key],
	);
	return { dismissed, dismiss };
}

function read(key: string): Set<string> {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
		return new Set(Array.isArray(kept) ? kept.map(String) : []);
	} catch {
		return new Set();
	}
}
