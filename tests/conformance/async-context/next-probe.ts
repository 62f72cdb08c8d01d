import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openWorkshop, root } from "./hosts";
import { makeLoweredModules } from "./next-probe-tree";

/*
 * The real thing, by hand: `npx tsx tests/conformance/async-context/next-probe.ts`. Starts `next dev --webpack` twice, on
 * a Node.js whose `AsyncLocalStorage` is broken as in a WebContainer: lowered and with our async context, fifty pages
 * asked for at once must each see their own cookie; as it is, Next.js must stop with its invariant. Takes a minute.
 */
const PAGES = 50;
const START_LIMIT_MS = 60_000;
const INVARIANT = "Expected workStore to be initialized";

const APP: Record<string, string> = {
	"package.json": '{ "private": true }',
	"next.config.mjs": "export default { devIndicators: false };",
	"app/layout.js":
		"export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html> }",
	"app/page.js": `
		import { cookies } from "next/headers";
		import { Suspense } from "react";
		const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
		async function own() { await null; return (await cookies()).get("user")?.value ?? "none"; }
		async function* parts() { try { yield await own(); await later(2); yield await own(); } finally { await own(); } }
		async function Late() { await later(5); return <i>{await own()}</i>; }
		export default async function Page() {
			const seen = [await own(), ...(await Promise.all([own(), later(3).then(own)]))];
			for await (const part of parts()) seen.push(part);
			return <main><b>{seen.join()}</b><Suspense fallback="…"><Late /></Suspense></main>;
		}`,
};

async function main(): Promise<boolean> {
	const folder = path.join(root, ".sandboxes", `next-probe-${process.pid}`);
	try {
		const workshop = await openWorkshop(folder);
		for (const [name, text] of Object.entries(APP)) {
			await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
			await writeFile(path.join(folder, name), text);
		}
		const { lowered, refused } = await makeLoweredModules(root, folder);
		console.log(`Next.js copied, ${lowered} files lowered, ${refused.length} refused.`);
		for (const line of refused) console.log(`  ${line}`);

		const withOurs = await probe(folder, "with", workshop.preloads("broken", true));
		console.log(`With our async context: ${withOurs.right} of ${PAGES} pages saw their own cookie.`);
		const without = await probe(folder, "without", workshop.preloads("broken", false));
		const stopped = without.output.includes(INVARIANT);
		console.log(
			`Without: ${without.right} of ${PAGES}; ${stopped ? "stopped with" : "did NOT say"} "${INVARIANT}".`,
		);
		if (withOurs.right !== PAGES) console.log(withOurs.output.slice(-4000));
		return withOurs.right === PAGES && without.right === 0 && stopped;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function probe(
	folder: string,
	name: string,
	preloads: string[],
): Promise<{ right: number; output: string }> {
	// Next.js hands NODE_OPTIONS on to its children, and cannot with more than one `--require`.
	const preload = path.join(folder, `preload-${name}.cjs`);
	const files = preloads.filter((word) => word !== "--require");
	await writeFile(preload, files.map((file) => `require(${JSON.stringify(file)});`).join("\n"));
	await rm(path.join(folder, ".next"), { recursive: true, force: true });

	const port = await freePort();
	const next = path.join(folder, "node_modules/next/dist/bin/next");
	const server = spawn(process.execPath, [next, "dev", "--webpack", "-p", String(port)], {
		cwd: folder,
		env: {
			...process.env,
			NODE_OPTIONS: `--require ${preload}`,
			NEXT_TELEMETRY_DISABLED: "1",
		},
		stdio: ["ignore", "pipe", "pipe"],
		// A group of its own, so that the end of it is the end of Next's children too.
		detached: true,
	});
	let output = "";
	for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (output += chunk));
	try {
		const first = await firstAnswer(server, port);
		const asked = Array.from({ length: PAGES }, (_, id) => ask(port, `user${id}`));
		const right = (await Promise.all(asked)).filter(Boolean).length;
		return { right, output: `${output}\n${first}` };
	} finally {
		await stop(server);
	}
}

async function ask(port: number, own: string): Promise<boolean> {
	const response = await fetch(`http://localhost:${port}/`, { headers: { cookie: `user=${own}` } });
	const html = await response.text();
	return html.includes(`<b>${Array(5).fill(own).join()}</b>`) && html.includes(`<i>${own}</i>`);
}

/** The first answer of any kind: until the server listens it refuses connections, then it compiles and answers. */
async function firstAnswer(server: ChildProcess, port: number): Promise<string> {
	const limit = Date.now() + START_LIMIT_MS;
	for (;;) {
		try {
			return await (await fetch(`http://localhost:${port}/`)).text();
		} catch (error) {
			if (server.exitCode !== null) return `Next.js ended with ${server.exitCode}.`;
			if (Date.now() > limit) throw new Error("Next.js did not answer in time.", { cause: error });
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}
}

async function stop(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.pid === undefined) return;
	const ended = once(server, "exit");
	process.kill(-server.pid, "SIGKILL");
	await ended;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0);
	await once(server, "listening");
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	if (address === null || typeof address === "string") throw new Error("No free port.");
	return address.port;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
	main().then((passed) => process.exit(passed ? 0 : 1));
}
