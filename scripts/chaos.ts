import { parseArgs } from "node:util";
import { describeChaos, FAULTS, runChaos, survivedOf } from "@/tests/chaos/run";
import { buildIfNeeded } from "./build/build";
import { command } from "./serve";

const USAGE = `npm run test:chaos -- [--faults N] [--seed S] [--only id,id]

Lets faults happen to a learner at the built playground, and looks whether anything was lost.
  --faults N   how many, of all kinds (default: the short form, each quick one once)
  --seed S     decides the order (default: 1)
  --patience P how many times as long as 10 s the playground may take to be usable (default: 1)
  --only a,b   only these: ${FAULTS.map(({ id }) => id).join(", ")}`;

await command(async (signal) => {
	const { values } = parseArgs({
		options: {
			faults: { type: "string" },
			seed: { type: "string", default: "1" },
			only: { type: "string", default: "" },
			patience: { type: "string", default: "1" },
			help: { type: "boolean" },
		},
	});
	if (values.help) {
		console.log(USAGE);
		return 0;
	}
	const only = values.only.split(",").filter((id) => id !== "");
	const unknown = only.filter((id) => !FAULTS.some((fault) => fault.id === id));
	const seed = Number(values.seed);
	const patience = Number(values.patience);
	const faults = values.faults === undefined ? null : Number(values.faults);
	if (
		unknown.length > 0 ||
		!Number.isInteger(seed) ||
		!(patience > 0) ||
		(faults !== null && !(faults > 0))
	) {
		console.error(USAGE);
		return 2;
	}
	await buildIfNeeded({ signal });
	const report = await runChaos({ faults, seed, only, patience, say: (line) => console.log(line), signal });
	console.log(`\n${describeChaos(report, seed)}`);
	const { verdicts, unseen } = report;
	return verdicts.length > 0 && survivedOf(verdicts) === verdicts.length && unseen.length === 0 ? 0 : 1;
});
