import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentSecurityPolicy, inlineScriptHashes, type PageSituation } from "./content-security";
import { isPagePath, onEveryRequest } from "./every-request";

/** What Next.js names the page for addresses that there are not. */
const NOT_FOUND = "/_not-found";

/**
 * From now on each page is sent with a Content-Security-Policy of its own: the hashes of what the build wrote into it, or
 * a nonce where the page is made for the request (Next.js reads that from the request's own header of the name).
 * @param root the folder of the build's pages, `.next/server/app`
 */
export function securePages(root: string, { webContainers }: Pick<PageSituation, "webContainers">): void {
	const pages = hashesOfPages(root);
	onEveryRequest(Symbol.for("playground.secure-pages"), (request, response) => {
		const { url = "/" } = request;
		if (!isPagePath(url)) return;
		const built = pages.get(pathOf(url));
		const nonce = built === undefined ? randomBytes(16).toString("base64") : null;
		const policy = contentSecurityPolicy({
			host: request.headers.host ?? "",
			hashes: built ?? pages.get(NOT_FOUND) ?? [],
			nonce,
			webContainers,
		});
		// Whatever somebody sent under this name is not what Next.js shall read.
		if (nonce === null) delete request.headers["content-security-policy"];
		else request.headers["content-security-policy"] = policy;
		delete request.headers["content-security-policy-report-only"];
		response.setHeader("Content-Security-Policy", policy);
	});
}

/** By the page's path. Read once: what is built does not change under a server that runs. */
function hashesOfPages(root: string): Map<string, string[]> {
	const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".html"),
	);
	return new Map(
		files.map((file) => [
			pagePath(file),
			inlineScriptHashes(readFileSync(path.join(/* turbopackIgnore: true */ root, file), "utf8")),
		]),
	);
}

/** `lessons/forms/zod.html` → `/lessons/forms/zod` */
function pagePath(file: string): string {
	const place = file.replaceAll(path.sep, "/").replace(/\.html$/, "");
	return place === "index" ? "/" : `/${place}`;
}

function pathOf(url: string): string {
	const [place = "/"] = url.split(/[?#]/);
	return place === "/" ? place : place.replace(/\/$/, "");
}
