"use client";

import { type ReactNode, use } from "react";

/** Settles when the page around the frame says so, see app/late/page.tsx. */
const arrived = new Promise<void>((resolve) => {
	if (typeof window === "undefined" || "scriptsArrived" in window) resolve();
	else window.addEventListener("scripts-arrive", () => resolve());
});

/** With `held`, the browser does not hydrate the page before the scripts "arrive". The HTML is not held back. */
export function Held({ held, children }: { held: boolean; children: ReactNode }) {
	if (held && typeof window !== "undefined") use(arrived);
	return children;
}
