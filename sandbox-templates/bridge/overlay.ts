const MESSAGE_LIMIT = 2_000;

/**
 * Next.js's development error overlay, or `null` when it has nothing to say. `blocks`: a build error covers the page;
 * runtime errors stay a badge in the corner.
 */
export function readOverlay(document: Document): { text: string; blocks: boolean } | null {
	const root = document.querySelector("nextjs-portal")?.shadowRoot;
	const label = fold(root?.querySelector("#nextjs__container_errors_label")?.textContent);
	const description = fold(root?.querySelector("#nextjs__container_errors_desc")?.textContent);
	if (!label && !description) return null;
	return {
		text: [label, description].filter(Boolean).join(": ").slice(0, MESSAGE_LIMIT),
		blocks: /build error/i.test(label),
	};
}

function fold(text: string | null | undefined): string {
	return (text ?? "").replace(/\s+/g, " ").trim();
}
