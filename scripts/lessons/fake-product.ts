import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * For specs: a server with the page `/authors/verify` and the smallest `window.playgroundVerify`. Its "app" is the text
 * of `app/page.tsx`; a check gets `{ http.get }` with that text and an `expect` that knows `toShow` and `toBe`.
 */
export async function startFakeProduct(): Promise<{ url: string; opened(): number; stop(): Promise<void> }> {
	let opened = 0;
	const server = createServer((request, response) => {
		if (request.url !== "/authors/verify") return void response.writeHead(404).end();
		opened++;
		response.writeHead(200, { "Content-Type": "text/html" }).end(PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		opened: () => opened,
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
		const text = job.files["app/page.tsx"] ?? "";
		if (text.includes("NEVER_STARTS")) throw new Error("The app did not start.");
		if (text.includes("HANGS")) return new Promise(() => {});
		if (text.includes("ODD_ANSWER")) return [{ id: 1 }];
		const chosen = job.claim ? claims.filter(({ id }) => id === job.claim) : checks;
		const results = [];
		for (const definition of chosen) results.push(await runOne(definition, text));
		return results;
	},
};
</script>`;
