import type { Cases } from "../case";
import { asyncFunctionCases } from "./async-functions";
import { bindingCases } from "./binding";
import { delegationCases } from "./delegation";
import { generatorCases } from "./generators";
import { hostCases } from "./host";
import { iterationCases } from "./iteration";
import { labelledForAwaitCases } from "./labelled-for-await";
import { networkCases } from "./network";
import { promiseCases } from "./promises";
import { storageCases } from "./storage";
import { streamCases } from "./streams";
import { timerCases } from "./timers";
import { webStreamCases } from "./web-streams";

/** Every case, by a name that says where it belongs. Throws where two have the same. */
export function allCases(): Cases {
	const all: Cases = {};
	for (const cases of [
		storageCases,
		bindingCases,
		promiseCases,
		asyncFunctionCases,
		generatorCases,
		delegationCases,
		iterationCases,
		labelledForAwaitCases,
		timerCases,
		streamCases,
		webStreamCases,
		hostCases,
		networkCases,
	]) {
		for (const [name, run] of Object.entries(cases)) {
			if (name in all) throw new Error(`Two cases are called "${name}".`);
			all[name] = run;
		}
	}
	return all;
}
