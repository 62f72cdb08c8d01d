import { createHash } from "node:crypto";

/** What decides how strict a page can be. */
export interface PageSituation {
	/** `Host` of the request, as it came. */
	host: string;
	/** Of the inline scripts that Next.js wrote into the page when it was built: `sha256-…`. */
	hashes: readonly string[];
	/** Of the scripts in a page that is made for this request; `null` where it was made when the playground was built. */
	nonce: string | null;
	/** WebContainers are offered: their frames come from the service's hosts. */
	webContainers: boolean;
}

const WEBCONTAINER_FRAMES =
	"https://stackblitz.com https://*.stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io";

/**
 * The Content-Security-Policy of a page. Scripts: the playground's own files, and what stands in the page by hash or nonce.
 * Styles may stand in the page: Monaco and React write them.
 */
export function contentSecurityPolicy({ host, hashes, nonce, webContainers }: PageSituation): string {
	const inline = [...hashes.map((hash) => `'${hash}'`), ...(nonce === null ? [] : [`'nonce-${nonce}'`])];
	const name = host.replace(/:\d{1,5}$/, "");
	// A host that is none would end the directive, or begin another one.
	const here = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/i.test(name) ? name : "localhost";
	const directives: Record<string, string> = {
		"default-src": "'self'",
		"script-src": ["'self'", ...inline].join(" "),
		"style-src": "'self' 'unsafe-inline'",
		"img-src": "'self' data: blob:",
		"font-src": "'self' data:",
		// A room may be on another playground (docs/workshops.md) when this one is somebody's own.
		"connect-src": isLoopback(here) ? "'self' http: https:" : "'self'",
		"worker-src": "'self' blob:",
		// Apps have the page's own host, and another port for each.
		"frame-src": `'self' http://${here}:* ${webContainers ? WEBCONTAINER_FRAMES : ""}`.trim(),
		"object-src": "'none'",
		"base-uri": "'none'",
		"form-action": "'self'",
		"frame-ancestors": "'self'",
	};
	return Object.entries(directives)
		.map(([directive, sources]) => `${directive} ${sources}`)
		.join("; ");
}

/** The hashes of what stands between `<script>` and `</script>` in a page, where it is not in a file of its own. */
export function inlineScriptHashes(html: string): string[] {
	const scripts = [...html.matchAll(/<script(\s[^>]*)?>([\s\S]*?)<\/script>/g)]
		.filter(([, attributes = "", text]) => !/\ssrc=/.test(attributes) && text !== "")
		.map(([, , text = ""]) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
	return [...new Set(scripts)];
}

function isLoopback(name: string): boolean {
	return /^(?:(?:[a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])$/i.test(name);
}
