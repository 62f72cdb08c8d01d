import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { anyFreePort, exitOf, untilAnswers } from "../next";
import { probe } from "./probe";
import { makeWorkshop } from "./workshop";

/** How the probe app is set up, one run after the other: each setting has Next.js load other files. */
const SETTINGS = {
	"as it is": "",
	"with taint": "experimental: { taint: true }",
	"with cacheComponents": "cacheComponents: true",
};

/**
 * Runs the probe app with each of the settings, and gives every file below node_modules that was needed, relative to it
 * and sorted. Takes minutes.
 */
export async function traceFiles(root: string, say: (line: string) => void): Promise<string[]> {
	const folder = join(root, ".sandboxes", `snapshot-trace-${process.pid}`);
	const found = new Set<string>();
	try {
		await makeWorkshop(root, folder);
		const config = join(folder, "next.config.ts");
		const text = await readFile(config, "utf8");
		const app = join(folder, "app");
		await rename(join(app, "cached"), join(folder, "cached"));
		for (const [name, setting] of Object.entries(SETTINGS)) {
			const cacheComponents = setting.startsWith("cacheComponents");
			say(`Tracing ${name} …`);
			await writeFile(config, text.replace("config: NextConfig = {", `config: NextConfig = { ${setting}`));
			if (cacheComponents) {
				// These two do not go together.
				for (const edge of ["edge", "api/edge"]) await rm(join(app, edge), { recursive: true });
				await rename(join(folder, "cached"), join(app, "cached"));
			}
			await rm(join(folder, ".next"), { recursive: true, force: true });
			for (const file of await runTraced(root, folder, { cacheComponents, say })) found.add(file);
		}
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
	return [...found].sort();
}

async function runTraced(
	root: string,
	folder: string,
	{ cacheComponents, say }: { cacheComponents: boolean; say: (line: string) => void },
): Promise<string[]> {
	const trace = join(folder, "trace.txt");
	await writeFile(trace, "");
	const port = await anyFreePort();
	const origin = `http://localhost:${port}`;
	const next = join(folder, "node_modules/next/dist/bin/next");
	const child = spawn(
		process.execPath,
		["--no-addons", next, "dev", "--webpack", "-H", "127.0.0.1", "-p", String(port)],
		{
			cwd: folder,
			env: {
				PATH: process.env.PATH,
				HOME: folder,
				NEXT_TELEMETRY_DISABLED: "1",
				NODE_ENV: "development",
				NODE_OPTIONS: `--no-addons --require "${join(root, "scripts/snapshot/trace-hook.cjs").replaceAll("\\", "/")}"`,
				PROBE_URL: origin,
				SNAPSHOT_TRACE: trace,
			},
			stdio: ["ignore", "pipe", "pipe"],
			// A group of its own, so that the end of it is the end of Next's children too.
			detached: true,
		},
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output = (output + text).slice(-20_000);
		});
	}
	try {
		await untilAnswers(`${origin}/__nextjs_server_status`, child);
		const answers = await probe(folder, origin, { cacheComponents });
		for (const [page, status] of answers) say(`  ${page} ${status}`);
	} catch (error) {
		throw new Error(`The probe app did not run as it should.\n${output}`, { cause: error });
	} finally {
		await end(child);
	}
	const modules = join(folder, "node_modules");
	const lines = (await readFile(trace, "utf8")).split("\n").filter((file) => file.startsWith(modules + sep));
	return lines.filter((file) => existsSync(file)).map((file) => relative(modules, file).replaceAll(sep, "/"));
}

/** What each process has seen last is written down by then: the hook does so five times a second. */
async function end(child: ChildProcess): Promise<void> {
	const gone = exitOf(child);
	await new Promise((resolve) => setTimeout(resolve, 1_000));
	if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
	await gone;
}
