import type { IncomingMessage } from "node:http";

/** Whether `host` (with or without a port) is one of `suffixes` or a name below one. */
export function isPreviewHost(host: string, suffixes: readonly string[]): boolean {
	const name = host.replace(/:\d+$/, "").toLowerCase();
	return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/**
 * Where a machine shows the app under a host name of its own (`*.webcontainer-api.io`), the server hears `localhost` as
 * its `Host` and another name as the page's `Origin`, and Next.js refuses every Server Action. A proxy in front of a real
 * server says `X-Forwarded-Host`; so does this. By request and not by `serverActions.allowedOrigins`, which is the
 * learner's own to set, and to get wrong.
 */
export function nameForwardedHost(request: IncomingMessage, suffixes: readonly string[]): void {
	const { origin, host } = request.headers;
	if (suffixes.length === 0 || origin === undefined || !URL.canParse(origin)) return;
	const shown = new URL(origin).host;
	if (shown === host || !isPreviewHost(shown, suffixes)) return;
	request.headers["x-forwarded-host"] = shown;
}

/** The suffixes in a machine's environment: names with commas between them. */
export function previewHostsOf(text: string | undefined): string[] {
	return (text ?? "")
		.split(",")
		.map((name) => name.trim().toLowerCase())
		.filter((name) => name !== "");
}
