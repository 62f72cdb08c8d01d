/*
 * Everything here goes by computed style, which a frame has even while its pane is not displayed (a narrow screen
 * shows one pane at a time); boxes and `innerText` it has only on screen.
 */

const NEVER_TEXT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD"]);

function styleOf(element: Element): CSSStyleDeclaration {
	return (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
}

function isBlanked({ visibility }: CSSStyleDeclaration): boolean {
	return visibility === "hidden" || visibility === "collapse";
}

/** Whether a person sees it on the page (it may need scrolling). */
export function isVisible(element: Element): boolean {
	if (!element.isConnected || isBlanked(styleOf(element))) return false;
	for (let node: Element | null = element; node; node = node.parentElement) {
		if (styleOf(node).display === "none" || node.tagName === "TEMPLATE") return false;
		const details: Element | null = node.parentElement?.closest("details:not([open])") ?? null;
		if (details && details === node.parentElement && node.tagName !== "SUMMARY") return false;
	}
	return true;
}

/** What a person reads: white space folded within a line, one line a block. */
export function visibleText(root: Element): string {
	let text = "";
	const walk = (node: Node): void => {
		if (node.nodeType === Node.TEXT_NODE) {
			text += (node.nodeValue ?? "").replace(/\s+/g, " ");
			return;
		}
		if (!(node instanceof Element) || NEVER_TEXT.has(node.tagName)) return;
		const style = styleOf(node);
		if (style.display === "none") return;
		if (node.tagName === "BR") {
			text += "\n";
			return;
		}
		const block = !/^(inline|contents|ruby)/.test(style.display);
		if (block) text += "\n";
		// A hidden element may hold visible ones: only its own text is out.
		for (const child of node.childNodes) {
			if (child.nodeType === Node.TEXT_NODE && isBlanked(style)) continue;
			if (!isClosedDetailsContent(node, child)) walk(child);
		}
		if (block) text += "\n";
	};
	walk(root);
	return text
		.split("\n")
		.map((line) => line.replace(/ +/g, " ").trim())
		.filter(Boolean)
		.join("\n");
}

function isClosedDetailsContent(parent: Element, child: Node): boolean {
	if (parent.tagName !== "DETAILS" || parent.hasAttribute("open")) return false;
	return !(child instanceof Element && child.tagName === "SUMMARY");
}

/** All text of an element, seen or not, white space folded. */
export function foldedText(element: Element): string {
	if (!element.querySelector("script,style,template,noscript")) return fold(element.textContent ?? "");
	const copy = element.cloneNode(true) as Element;
	for (const node of copy.querySelectorAll("script,style,template,noscript")) node.remove();
	return fold(copy.textContent ?? "");
}

export function fold(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}
