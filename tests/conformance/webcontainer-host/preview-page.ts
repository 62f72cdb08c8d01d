import { Transform } from "node:stream";

export interface PreviewScript {
	source: string;
	attributes: Record<string, string | boolean>;
}

/** Where previews send their errors, on the preview's own origin. */
export const MESSAGES_PATH = "/__webcontainer-host/preview-message";

/** How much of a page is searched for its `<head>`, in bytes. */
const HEAD_LIMIT = 65_536;

/** Sends the preview's errors to the host, which passes them on as `preview-message` events. */
const FORWARDER = `(() => {
	const send = (message) => fetch(${JSON.stringify(MESSAGES_PATH)}, { method: "POST", keepalive: true, body: JSON.stringify({
		...message, previewId: "preview", port: Number(location.port),
		pathname: location.pathname, search: location.search, hash: location.hash,
	}) });
	const told = (type, error) => send({ type, message: String(error?.message ?? error), stack: String(error?.stack ?? "") });
	addEventListener("error", (event) => told("PREVIEW_UNCAUGHT_EXCEPTION", event.error));
	addEventListener("unhandledrejection", (event) => told("PREVIEW_UNHANDLED_REJECTION", event.reason));
	if (FORWARD_CONSOLE) {
		const { error } = console;
		console.error = (...args) => {
			send({ type: "PREVIEW_CONSOLE_ERROR", args: args.map(String), stack: "" });
			error.apply(console, args);
		};
	}
})();`;

/** The scripts that a preview's pages get, as HTML; empty for none. */
export function previewScripts(script: PreviewScript | null, forward: boolean | "exceptions-only"): string {
	let html = "";
	if (forward !== false)
		html += `<script>${FORWARDER.replace("FORWARD_CONSOLE", String(forward === true))}</script>`;
	if (script !== null) {
		const attributes = Object.entries(script.attributes)
			.filter(([, value]) => value !== false)
			.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${String(value)}"`));
		html += `<script${attributes.join("")}>${script.source}</script>`;
	}
	return html;
}

/** Puts `html` at the beginning of the page's head, and lets the rest through as it comes. */
export function insertIntoHead(html: string): Transform {
	let held: Buffer | null = Buffer.alloc(0);
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			if (held === null) return done(null, chunk);
			held = Buffer.concat([held, chunk]);
			const head = /<head[^>]*>/i.exec(held.toString("latin1"));
			if (head === null && held.byteLength < HEAD_LIMIT) return done();
			const at = head === null ? 0 : head.index + head[0].length;
			this.push(Buffer.concat([held.subarray(0, at), Buffer.from(html), held.subarray(at)]));
			held = null;
			done();
		},
		flush(done) {
			if (held !== null) this.push(Buffer.concat([Buffer.from(html), held]));
			done();
		},
	});
}
