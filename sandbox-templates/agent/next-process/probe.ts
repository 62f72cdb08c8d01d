import http from "node:http";
import type { Mode } from "@/lib/sandbox/agent-protocol";

/** Paths that Next.js answers without compiling or rendering anything, once it has read its configuration. */
const PATHS: Record<Mode, string> = {
	development: "/__nextjs_server_status",
	production: "/_next/static/sandbox-probe",
};

const PAUSE_MS = 100;
const ANSWER_LIMIT_MS = 30_000;

/** Asks until the server answers (`true`), whatever it answers, or until `wanted` says that nobody waits (`false`). */
export async function probe(port: number, mode: Mode, wanted: () => boolean): Promise<boolean> {
	while (wanted()) {
		if (await ask(port, PATHS[mode])) return true;
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
	return false;
}

function ask(port: number, path: string): Promise<boolean> {
	return new Promise((resolve) => {
		const request = http.get(
			{ host: "127.0.0.1", port, path, agent: false, timeout: ANSWER_LIMIT_MS },
			(response) => {
				response.resume();
				resolve(true);
			},
		);
		request.once("timeout", () => request.destroy());
		request.once("error", () => resolve(false));
	});
}
