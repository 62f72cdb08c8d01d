import { requireNode } from "./node-version";
import { command } from "./serve";
import { runStages } from "./test/run-stages";
import { STAGES } from "./test/stages";
import { exitCode, lastLine } from "./test/summary";

requireNode();
await command(async (signal) => {
	const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
	const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
	if (unknown.length > 0) {
		const all = STAGES.map(({ name }) => name).join(", ");
		throw new Error(`There is no stage ${unknown.join(", ")}. The stages are: ${all}.`);
	}
	const chosen = STAGES.filter(({ name, onDemand }) =>
		names.length === 0 ? onDemand !== true : names.includes(name),
	);
	const total = await runStages(chosen, { keepGoing: process.argv.includes("--keep-going"), signal });
	console.log(`\n${lastLine(total)}`);
	return exitCode(total);
});
