/**
 * Puts `text` on the clipboard and says whether it is there. `navigator.clipboard` exists in secure contexts only, and a
 * classroom's plain-http address is none: there a hidden field is copied, the old way. Call it on a click.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		if (navigator.clipboard) {
			await navigator.clipboard.writeText(text);
			return true;
		}
	} catch {
		// Not allowed here; the old way may be.
	}
	const before = document.activeElement;
	const field = document.createElement("textarea");
	field.value = text;
	field.setAttribute("aria-hidden", "true");
	field.style.cssText = "position:fixed;inset:0 auto auto 0;opacity:0";
	// Inside an open dialog, since that one keeps the focus to itself.
	(before?.closest("[role=dialog]") ?? document.body).append(field);
	field.select();
	try {
		return document.execCommand("copy");
	} catch {
		return false;
	} finally {
		field.remove();
		if (before instanceof HTMLElement) before.focus();
	}
}
