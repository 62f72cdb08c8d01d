import type { HeaderList } from "@/lib/sandbox/agent-protocol";
import type { Runner } from "@/lib/sandbox/runner";
import { bytesToBase64 } from "@/lib/util/base64";

const TEXT = "text/plain;charset=UTF-8";
const BOUNDARY = "----recording";
const encode = (text: string) => bytesToBase64(new TextEncoder().encode(text));

/** Calls that a well-behaved browser does not make. */
export const RAW_CASES: Record<string, (runner: Runner) => Promise<unknown>> = {
	"fetch-unknown": (runner) => call(runner, "0".repeat(42), "[]"),
	"fetch-foreign": async (runner) =>
		call(runner, await idOf(runner, "nothing"), "[]", [["origin", "https://evil.example"]]),
	"fetch-too-large": async (runner) =>
		call(runner, await idOf(runner, "echo"), JSON.stringify(["x".repeat(1_200_000)])),
	"fetch-malformed": async (runner) => call(runner, await idOf(runner, "echo"), "{ no json"),
	"fetch-get": async (runner) =>
		runner.request({
			method: "GET",
			path: "/",
			headers: [["next-action", await idOf(runner, "revalidates")]],
		}),
	"form-unknown": (runner) => post(runner, `$ACTION_ID_${"0".repeat(42)}`),
	"form-foreign": async (runner) =>
		post(runner, `$ACTION_ID_${await idOf(runner, "sign")}`, [["origin", "https://evil.example"]]),
	"form-too-large": async (runner) =>
		post(runner, `$ACTION_ID_${await idOf(runner, "sign")}`, [], "x".repeat(1_200_000)),
	"fetch-aborted": async (runner) => call(runner, await idOf(runner, "slow"), `["gone"]`, [], 400),
	"fetch-slow": async (runner) => call(runner, await idOf(runner, "slow"), `["one"]`),
};

async function idOf(runner: Runner, name: string): Promise<string> {
	const found = (await runner.readBuild()).actions.find((action) => action.name === name);
	if (!found) throw new Error(`The app has no action ${name}.`);
	return found.id;
}

const originOf = (runner: Runner, headers: HeaderList): HeaderList =>
	headers.some(([name]) => name === "origin") ? [] : [["origin", runner.previewUrl() ?? ""]];

function call(runner: Runner, id: string, body: string, more: HeaderList = [], timeoutMs = 20_000) {
	const headers: HeaderList = [
		["next-action", id],
		["content-type", TEXT],
		...originOf(runner, more),
		...more,
	];
	return runner.request({ method: "POST", path: "/", headers, body: encode(body), timeoutMs });
}

function post(runner: Runner, field: string, more: HeaderList = [], value = "") {
	const body = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n--${BOUNDARY}--\r\n`;
	const type = `multipart/form-data; boundary=${BOUNDARY}`;
	const headers: HeaderList = [["content-type", type], ...originOf(runner, more), ...more];
	return runner.request({ method: "POST", path: "/", headers, body: encode(body), timeoutMs: 20_000 });
}
