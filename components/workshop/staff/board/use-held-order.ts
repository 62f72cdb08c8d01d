"use client";

import { type FocusEvent, useRef, useState } from "react";

/**
 * Keeps rows where they are while somebody points at them or has the focus among them: a row must not slip away under
 * the pointer. Newcomers stand at the end meanwhile. Another `kind` of order is taken at once.
 */
export function useHeldOrder(sorted: string[], kind: string) {
	const [holding, setHolding] = useState({ pointer: false, focus: false });
	const last = useRef({ order: sorted, kind });
	let { order } = last.current;
	if ((!holding.pointer && !holding.focus) || last.current.kind !== kind) order = sorted;
	else if (sorted !== order) {
		const known = new Set(order);
		const now = new Set(sorted);
		order = [...order.filter((id) => now.has(id)), ...sorted.filter((id) => !known.has(id))];
	}
	last.current = { order, kind };
	return {
		order,
		handlers: {
			onPointerEnter: () => setHolding((before) => ({ ...before, pointer: true })),
			onPointerLeave: () => setHolding((before) => ({ ...before, pointer: false })),
			onFocus: () => setHolding((before) => ({ ...before, focus: true })),
			onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
				if (!currentTarget.contains(relatedTarget)) setHolding((before) => ({ ...before, focus: false }));
			},
		},
	};
}
