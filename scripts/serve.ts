import { createInterface } from "node:readline";
import { policyOf } from "@/lib/sandbox/machine-policy";
import { chooseIsolation, type IsolationChoice } from "@/lib/sandbox/machines/local/server/isolation-choice";
import { probeIsolation } from "@/lib/sandbox/machines/local/server/isolation-probe";
import { lanGreeting, type StartOptions } from "./lan";
import { endChild, exitOf, freePortFrom, spawnNext, untilAnswers } from "./next";
import { ROOT } from "./root";
import { onInterruption } from "./signals";
import { messageOf } from "./words";

/**
 * Runs `next start` or `next dev` in the foreground: says where it is once it answers, ends it with Ctrl+C or SIGTERM.
 * Resolves with the exit code for this process.
 */
export async function serve(
	command: "start" | "dev",
	signal: AbortSignal,
	{ lan = false, lanMachines = 0 }: Partial<StartOptions> = {},
): Promise<number> {
	const wanted = wantedPort(process.env.PORT);
	const port = await freePortFrom(wanted);
	if (port !== wanted) console.log(`Port ${wanted} is taken by another program; using ${port} instead.`);
	signal.throwIfAborted();
	const lanSettings: Record<string, string> = lan
		? { PLAYGROUND_LAN: "on", PLAYGROUND_LAN_MACHINES: String(lanMachines) }
		: {};
	// Before anything listens: where it must be and cannot, nothing is started.
	const isolation = isolationFor({ ...process.env, ...lanSettings });
	const child = spawnNext([command, "-H", lan ? "0.0.0.0" : "127.0.0.1", "-p", String(port)], {
		env: {
			PORT: String(port),
			...lanSettings,
			...(isolation && { PLAYGROUND_ISOLATION: isolation.system ? "on" : "off" }),
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	if (child.stdout) createInterface({ input: child.stdout }).on("line", printUnlessAddress);
	let ending: Promise<void> | null = null;
	const end = () => {
		ending ??= endChild(child);
	};
	signal.addEventListener("abort", end, { once: true });
	if (signal.aborted) end();
	const url = `http://localhost:${port}`;
	untilAnswers(url, child).then(
		async () => {
			if (signal.aborted) return;
			console.log(`\nServer Actions Playground is ready: ${url}\n`);
			if (lan) console.log(`${await lanGreeting(port, { lanMachines, isolation })}\n`);
		},
		(error) => {
			if (signal.aborted) return;
			console.error(messageOf(error));
			end();
		},
	);
	const code = await exitOf(child);
	await ending;
	if (signal.aborted) return 0;
	return code ?? 1;
}

/** `null` where this server runs nobody's apps. */
function isolationFor(environment: Record<string, string | undefined>): IsolationChoice | null {
	if (!policyOf(environment).offered.includes("local")) return null;
	return chooseIsolation(environment, () => probeIsolation(ROOT));
}

/**
 * Next.js names its address as an IP number. Opened there, the preview (on `localhost`) would be another site, and its
 * cookies would not be sent.
 */
function printUnlessAddress(line: string): void {
	if (!/^\s*- (Local|Network):/.test(line)) console.log(line);
}

/** The port of the environment, or 3000. Throws for anything that is no port. */
export function wantedPort(text: string | undefined): number {
	if (text === undefined || text === "") return 3000;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
	throw new Error(`PORT is "${text}", which is no port. Use a number from 1 to 65535.`);
}

/** Aborted when this process is asked to end. */
export function interruption(): AbortSignal {
	const controller = new AbortController();
	onInterruption(() => controller.abort(new DOMException("Interrupted", "AbortError")));
	return controller.signal;
}

/** Runs a command's body; prints what it throws as one message. Nothing is printed for an interruption. */
export async function command(body: (signal: AbortSignal) => Promise<number>): Promise<void> {
	const signal = interruption();
	try {
		process.exitCode = await body(signal);
	} catch (error) {
		if (signal.aborted) process.exitCode = 130;
		else {
			console.error(messageOf(error));
			process.exitCode = 1;
		}
	}
}
