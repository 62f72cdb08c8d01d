import { bytesFromBase64 } from "@/lib/util/base64";
import { abortableDelay } from "@/lib/util/delay";
import type { RawResponse } from "../agent-protocol";
import { isSandboxError } from "../errors";
import { hashTree } from "../files";
import type { Runner } from "../runner";
import type { Desired } from "./state";

/** A module of the app that holds the hash of all its files; written together with every change. */
export const VERSION_FILE = ".sandbox/version.ts";
/** The base app's route that answers with it (app/%5F%5Fsandbox/version/route.ts). */
export const VERSION_PATH = "/__sandbox/version";

/**
 * Next.js answers every request with an error while any page it has compiled does not compile, this route included.
 * An error that stays this long, in milliseconds, is taken for the present state.
 */
const ERROR_SETTLES_AFTER = 1_500;
const GIVE_UP_AFTER = 15_000;

/** The target with its own hash laid into {@link VERSION_FILE}. */
export function withVersion(desired: Desired): Desired {
	const { [VERSION_FILE]: _, ...files } = desired.files;
	return { ...desired, files: { ...files, [VERSION_FILE]: versionModule(hashTree(files)) } };
}

function versionModule(hash: string): string {
	return `export const version = "${hash}";\n`;
}

/**
 * Resolves once the running app answers with the version of `desired`: file watchers report a write with a delay,
 * and in order, so that whatever was written with or before the version is compiled in as well. It resolves too when
 * the app shows a compile error for good, and after 15 s: the checks then say what they see.
 */
export async function waitForVersion(runner: Runner, desired: Desired, signal: AbortSignal): Promise<void> {
	const began = Date.now();
	for (let pause = 20; Date.now() - began < GIVE_UP_AFTER; pause = Math.min(200, pause * 1.5)) {
		let answer: RawResponse;
		try {
			answer = await runner.request({ method: "GET", path: VERSION_PATH, timeoutMs: GIVE_UP_AFTER }, signal);
		} catch (error) {
			if (isSandboxError(error) && error.code === "no-answer") return;
			throw error;
		}
		const text = new TextDecoder().decode(bytesFromBase64(answer.body));
		if (answer.status === 200 && desired.files[VERSION_FILE] === versionModule(text)) return;
		if (answer.status === 404) return;
		if (answer.status >= 500 && Date.now() - began >= ERROR_SETTLES_AFTER) return;
		await abortableDelay(pause, signal);
	}
}
