import { BRIDGE_CHANNEL, helloSchema } from "./messages";

/** `allow-same-origin` keeps the app on its own origin (another port), where its cookies and storage work. */
const SANDBOX_WITH_JAVASCRIPT =
	"allow-scripts allow-forms allow-same-origin allow-modals allow-popups allow-downloads";
const SANDBOX_WITHOUT_JAVASCRIPT = "allow-forms allow-same-origin";

export function createFrame(
	document: Document,
	options: { src: string; title: string; javaScript: boolean },
): HTMLIFrameElement {
	const frame = document.createElement("iframe");
	frame.title = options.title;
	frame.setAttribute("allow", "");
	frame.setAttribute("sandbox", options.javaScript ? SANDBOX_WITH_JAVASCRIPT : SANDBOX_WITHOUT_JAVASCRIPT);
	frame.style.cssText = "border:0;width:100%;height:100%;display:block";
	frame.src = options.src;
	return frame;
}

/** Whether this message is the hello of a document of the app in this frame, and nobody else's. */
export function isHelloFrom(event: MessageEvent, frame: HTMLIFrameElement, origin: string): boolean {
	return (
		frame.contentWindow !== null &&
		event.source === frame.contentWindow &&
		event.origin === origin &&
		helloSchema.safeParse(event.data).success
	);
}

/** Answers the hello; gives the host's port. */
export function connectTo(frame: HTMLIFrameElement, origin: string): MessagePort {
	const { port1, port2 } = new MessageChannel();
	frame.contentWindow?.postMessage({ channel: BRIDGE_CHANNEL, type: "connect" }, origin, [port2]);
	return port1;
}

/**
 * The path (with query and hash) of an address in the app. Takes a path with or without the first slash, or a whole
 * address of the app. `null` for an address elsewhere.
 */
export function pathIn(origin: string, address: string): string | null {
	const base = `${origin}/`;
	if (!URL.canParse(address, base)) return null;
	const url = new URL(address, base);
	return url.origin === new URL(base).origin ? url.pathname + url.search + url.hash : null;
}
