import type { Attempt } from "./attempt";

/** Every route of the local machines; `machine` is one that is there. */
export function machineRoutes(machine: string): Attempt[] {
	const at = `/api/machines/${machine}`;
	const json = { "content-type": "application/json" };
	return [
		{ path: "/api/machines/session" },
		{ path: "/api/machines", method: "POST" },
		{ path: at },
		{ path: at, method: "DELETE" },
		{ path: `${at}/write`, method: "POST", headers: json, body: '{"write":{"app/hacked.tsx":"x"}}' },
		{ path: `${at}/mount`, method: "POST", headers: json, body: '{"files":{"app/hacked.tsx":"x"}}' },
		{ path: `${at}/file?path=package.json` },
		{ path: `${at}/agent`, method: "POST", headers: json, body: '{"action":"kill"}' },
		{ path: `${at}/agent` },
		{ path: `${at}/agent/input`, method: "POST", body: '{"id":1,"type":"stop"}\n' },
	];
}

/** Headers of requests that are not the playground's own, by what they are. */
export function foreignHeaders(own: string, port: string): [what: string, headers: Record<string, string>][] {
	const hosts = [
		"evil.example",
		`evil.example:${port}`,
		`localhost.evil.example:${port}`,
		`127.0.0.1.nip.io:${port}`,
		`192.168.1.5:${port}`,
		`0.0.0.0:${port}`,
		`localhost.:${port}`,
	];
	const origins = [
		"http://evil.example",
		"null",
		"https://localhost",
		`http://localhost:${Number(port) + 1}`,
		"http://localhost",
		`${own}.evil.example`,
	];
	return [
		...hosts.map((host): [string, Record<string, string>] => [
			"DNS rebinding: another Host",
			{ host, origin: `http://${host}` },
		]),
		...hosts.map((host): [string, Record<string, string>] => [
			"DNS rebinding: another Host, no Origin",
			{ host },
		]),
		...origins.map((origin): [string, Record<string, string>] => ["a page of another origin", { origin }]),
		["another site without Origin", { "sec-fetch-site": "cross-site" }],
		["the preview's own origin, same site", { "sec-fetch-site": "same-site" }],
		["a proxy for another name", { "x-forwarded-host": "evil.example" }],
		["a proxy for another computer", { "x-forwarded-for": "192.168.1.9" }],
		["a proxy for another computer", { "x-forwarded-for": "127.0.0.1, 10.0.0.1" }],
	];
}

/** Paths that lead out of the app, or would. */
export const EVIL_PATHS: [what: string, path: string][] = [
	...[
		"../canary",
		"../../etc/passwd",
		"app/../../canary",
		"a/../../../b",
		"..",
		".",
		"./x",
		"app/./x",
		"app//x",
		"",
	].map((path): [string, string] => ["path: segments that climb", path]),
	...["/etc/passwd", "//host/share", "C:/x", "c:\\x", "\\\\host\\share", "..\\canary", "app\\..\\..\\x"].map(
		(path): [string, string] => ["path: absolute, or of Windows", path],
	),
	...["app/x\u0000.tsx", "\u0000", "a\nb", "a\rb", "\u001b[2J"].map((path): [string, string] => [
		"path: control characters",
		path,
	]),
	["path: very long", `app/${"x".repeat(400)}`],
	["path: very long", `${"a/".repeat(200)}x`],
	["path: very long", "x".repeat(100_000)],
];

/** Paths that only look as if they led out: encoded, or of other alphabets. They are names like any other. */
export const ODD_PATHS = [
	"%2e%2e/canary",
	"..%2fcanary",
	"．．/canary",
	"app/‮txt.exe",
	"app/e\u0301.tsx",
	"app/\u2044etc",
];
