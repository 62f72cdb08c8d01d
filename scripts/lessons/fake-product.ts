import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * For specs: a server with the page `/authors/verify` and the smallest `window.playgroundVerify`. Its "app" is the text
 * of `app/page.tsx`; a check gets `{ http.get }` with that text and an `expect` that knows `toShow` and `toBe`.
 */
export async function startFakeProduct(): Promise<{
	url: string;
	opened(): number;
	forget(): void;
	stop(): Promise<void>;
}> {
	let opened = 0;
	let asked = false;
	const server = createServer((request, response) => {
		// Whether it was asked before.
		if (request.url === "/asked-before") {
			response.writeHead(200, { "Content-Type": "application/json" }).end(String(asked));
			asked = true;
			return;
		}
		if (request.url !== "/authors/verify") return void response.writeHead(404).end();
		opened++;
		response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		opened: () => opened,
		/** The next question whether something was asked before is the first one. */
		forget: () => {
			asked = false;
		},
		stop: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

const PAGE = `<!doctype html><title>Verification</title><script type="module">
function contextOver(text, seen) {
	const judge = (ok, message) => {
		seen.assertions++;
		if (!ok) throw Object.assign(new Error(message), { name: "CheckFailure" });
	};
	return {
		http: { get: async () => ({ text }) },
		expect: (actual, message) => ({
			toShow: (wanted) => judge(actual.text.includes(wanted), message),
			toBe: (wanted) => judge(actual === wanted, message),
		}),
	};
}

async function runOne({ id, title, statement, run }, text) {
	const seen = { assertions: 0 };
	const result = (verdict, message) => ({
		id, title: title ?? statement, verdict, did: [], message, expected: "", observed: "", evidence: [],
		assertions: seen.assertions, durationMs: 1, sourceHash: "",
	});
	try {
		await run(contextOver(text, seen));
		return seen.assertions > 0 ? result("pass", "") : result("broken", "The check asserted nothing.");
	} catch (error) {
		return result(error.name === "CheckFailure" ? "fail" : "broken", error.message);
	}
}

window.playgroundVerify = {
	ready: true,
	async run(job) {
		const { checks, claims } = await import(job.modulesUrl);
		const times = { ready: 1, current: 1, checks: 1 };
		const text = job.files["app/page.tsx"] ?? "";
		if (text.includes("NEVER_STARTS")) throw new Error("The app did not start.");
		if (text.includes("HANGS")) return new Promise(() => {});
		if (text.includes("ODD_ANSWER")) return { results: [{ id: 1 }], times };
		// Lost in this page, and there again in the next one.
		const lost = text.includes("LOST_ALWAYS") || (text.includes("LOST_ONCE") && !(await (await fetch("/asked-before")).json()));
		if (lost) {
			const blank = { did: [], message: "The sandbox is gone.", expected: "", observed: "", evidence: [] };
			const gone = { ...blank, verdict: "broken", brokenBy: "sandbox", assertions: 0, durationMs: 1, sourceHash: "" };
			return { results: checks.map(({ id, title }) => ({ ...gone, id, title })), times };
		}
		if (text.includes("ODD_ROUND") && !job.claim && !(await (await fetch("/asked-before")).json())) {
			const results = [];
			for (const definition of checks) results.push(await runOne(definition, ""));
			return { results, times };
		}
		const chosen = job.claim ? claims.filter(({ id }) => id === job.claim) : checks;
		const results = [];
		for (const definition of chosen) results.push(await runOne(definition, text));
		return { results, times };
	},
};
</script>`;
