import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { exists } from "./files";
import { anyFreePort, endChild, spawnNext, untilAnswers } from "./next";
import { ROOT } from "./root";
import { onInterruption } from "./signals";

export interface Product {
	/** Without a trailing slash: `http://localhost:43017`. */
	url: string;
	/** Of the server's process. */
	pid: number;
	/** What the server has printed so far. */
	output(): string;
	stop(): Promise<void>;
}

/**
 * Starts the built product (`next start`) on `port` (default: any free one) and resolves once it answers. It ends with
 * this process. Throws when there is no build, or with the server's own output when it does not come up.
 */
export async function startProduct({
	port,
	lan = false,
	env = {},
}: {
	port?: number;
	/** For other computers of the network too. */
	lan?: boolean;
	env?: Record<string, string>;
} = {}): Promise<Product> {
	if (!(await exists(join(ROOT, ".next/BUILD_ID")))) {
		throw new Error("The product is not built yet: run `npm run build` first.");
	}
	const chosen = port ?? (await anyFreePort());
	const child = spawnNext(["start", "-H", lan ? "0.0.0.0" : "127.0.0.1", "-p", String(chosen)], {
		env: { ...env, PORT: String(chosen), ...(lan && { PLAYGROUND_LAN: "on" }) },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = keepOutput(child);
	const release = endWithThisProcess(child);
	const url = `http://localhost:${chosen}`;
	try {
		await untilAnswers(`${url}/`, child);
	} catch (error) {
		await endChild(child);
		release();
		throw new Error(`${error instanceof Error ? error.message : error}\n${output()}`, { cause: error });
	}
	return {
		url,
		pid: child.pid ?? 0,
		output,
		async stop() {
			await endChild(child);
			release();
		},
	};
}

/** Collects both streams; a bounded tail, as a long run may print a lot. */
function keepOutput(child: ChildProcess): () => string {
	let text = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8");
		stream?.on("data", (chunk: string) => {
			text = (text + chunk).slice(-200_000);
		});
	}
	return () => text;
}

/** By default a signal ends this process without its `exit` event, and the server would live on. */
function endWithThisProcess(child: ChildProcess): () => void {
	const end = () => child.kill("SIGTERM");
	process.once("exit", end);
	const release = onInterruption((exitCode) => process.exit(exitCode));
	return () => {
		process.removeListener("exit", end);
		release();
	};
}
