import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy, inlineScriptHashes } from "./content-security";

const page = { host: "localhost:3000", hashes: ["sha256-abc="], nonce: null, webContainers: false };

test("a page has what it needs and no more: change this only for a reason that stands in docs/security.md", () => {
	expect(contentSecurityPolicy(page).split("; ")).toEqual([
		"default-src 'self'",
		"script-src 'self' 'sha256-abc='",
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self' data:",
		"connect-src 'self' http: https:",
		"worker-src 'self' blob:",
		"frame-src 'self' http://localhost:*",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'self'",
	]);
});

test("a hosted page talks to nobody else, and frames the service's apps", () => {
	const policy = contentSecurityPolicy({ ...page, host: "learn.example", nonce: "n0", webContainers: true });
	expect(policy).toContain("connect-src 'self';");
	expect(policy).toContain("script-src 'self' 'sha256-abc=' 'nonce-n0';");
	expect(policy).toContain("frame-src 'self' http://learn.example:* https://stackblitz.com");
});

test.each(["evil.example; script-src *", "a b", "", "x,y", "'self'", "[::1"])(
	"a host such as %j adds nothing",
	(host) => {
		expect(contentSecurityPolicy({ ...page, host })).toBe(
			contentSecurityPolicy({ ...page, host: "localhost" }),
		);
	},
);

test("scripts in the page are hashed as the browser does, those in files are not", () => {
	const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
	const html =
		'<script src="/a.js"></script><script>one()</script><script id="x" async="">two("</div>")</script><script>one()</script><script></script>';
	expect(inlineScriptHashes(html)).toEqual([hash("one()"), hash('two("</div>")')]);
});
