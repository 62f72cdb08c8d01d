import { join } from "node:path";
import { ROOT } from "../root";
import { BareApp } from "./bare-app";
import type { BenchLesson } from "./measure";
import { untilTrue } from "./watch-page";

/** Calls that warm both apps up and are not counted. */
const WARM_UP = 10;

/**
 * The same app twice, below a plain `next dev`: once with the recorder that the inspector reads from, once without.
 * Form posts to its action in turn, so that whatever else the computer does falls on both.
 * Milliseconds of each call. `lesson`: its solution has one form with a Server Action at `/`.
 */
export async function measureRecorder(
	{ lesson }: BenchLesson,
	calls: number,
): Promise<{ recorded: number[]; bare: number[] }> {
	const solution = lesson.variants.find(({ name }) => name === "solution");
	if (!solution) throw new Error(`${lesson.slug} has no solution.`);
	const recorded = await BareApp.create("recorded", solution.files);
	const bare = await BareApp.create("unrecorded", solution.files);
	try {
		await Promise.all([recorded.start([], recorderEnvironment), bare.start()]);
		const apps = [
			{ app: recorded, samples: [] as number[], post: await formOf(recorded) },
			{ app: bare, samples: [] as number[], post: await formOf(bare) },
		];
		for (let call = 0; call < WARM_UP + calls; call++) {
			for (const { samples, post } of apps) {
				const ms = await post(call);
				if (call >= WARM_UP) samples.push(ms);
			}
		}
		return { recorded: apps[0]!.samples, bare: apps[1]!.samples };
	} finally {
		await Promise.all([recorded.delete(), bare.delete()]);
	}
}

/** What the agent gives to the app's process. */
function recorderEnvironment(port: number): Record<string, string> {
	const path = join(ROOT, ".generated/agent/recorder.cjs").replaceAll("\\", "/");
	return {
		NODE_OPTIONS: `--require "${path}"`,
		SANDBOX_RECORD_KEY: "bench",
		SANDBOX_AGENT_PID: String(process.pid),
		SANDBOX_MODE: "development",
		SANDBOX_PORT: String(port),
	};
}

/** Waits for the page of `app`, and gives what sends its form; that gives milliseconds until the answer is read. */
async function formOf(app: BareApp): Promise<(call: number) => Promise<number>> {
	let html = "";
	await untilTrue(async () => {
		const answer = await fetch(app.url).catch(() => null);
		html = answer?.ok ? await answer.text() : "";
		return html !== "";
	}, "the page of next dev");
	const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(html)?.[1];
	if (action === undefined) throw new Error("The page has no form with a Server Action.");
	return async (call) => {
		const body = new FormData();
		body.set(action, "");
		body.set("name", "Bench");
		body.set("message", `Call ${call}`);
		const began = performance.now();
		const answer = await fetch(app.url, { method: "POST", body });
		await answer.text();
		if (!answer.ok) throw new Error(`The action was answered with ${answer.status}.`);
		return performance.now() - began;
	};
}
