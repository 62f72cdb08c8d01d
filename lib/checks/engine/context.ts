import type { Preview } from "@/lib/sandbox/bridge/types";
import type { Runner } from "@/lib/sandbox/runner";
import type { CheckContext } from "../types";
import { createExpect } from "./expect";
import { CheckBlocked, CheckFailure } from "./failure";
import { createHttp } from "./http";
import { createBuild, createDb, createExchanges, createLog } from "./observers";
import { createPage } from "./page";
import { createSandboxFiles, type Layers } from "./sandbox-files";
import type { Tracker } from "./tracker";

export interface ContextDependencies {
	runner: Runner;
	preview: Preview;
	tracker: Tracker;
	layers: Layers;
	signal: AbortSignal;
}

/** Everything one run of one check or claim may use. */
export function createContext(deps: ContextDependencies): CheckContext {
	return {
		http: createHttp(deps),
		page: createPage(deps),
		db: createDb(deps),
		log: createLog(deps),
		exchanges: createExchanges(deps),
		build: createBuild(deps),
		sandbox: createSandboxFiles(deps),
		expect: createExpect(deps),
		fail(message, details) {
			// Saying no is an assertion too: a check that can only fail() is not an empty one.
			deps.tracker.assertions++;
			throw new CheckFailure(message, details);
		},
		blocked(reason) {
			throw new CheckBlocked(reason);
		},
		show: (evidence) => deps.tracker.show(evidence),
		signal: deps.signal,
	};
}
