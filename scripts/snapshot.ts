import { parseArgs } from "node:util";
import { generate } from "./generate/run";
import { ROOT } from "./root";
import { command } from "./serve";
import { overBudget } from "./snapshot/budget";
import { makeSnapshot, megabytes, presentSnapshot } from "./snapshot/make";
import { traceFiles } from "./snapshot/trace";
import { writeTrace } from "./snapshot/traced";

/*
 * npm run snapshot             makes the snapshot for WebContainers, unless it is there
 * npm run snapshot -- --trace  finds out again which files are needed, after an update of Next.js
 *   --quick: compresses less; --force: makes it in any case
 */
await command(async () => {
	const { values } = parseArgs({
		options: { trace: { type: "boolean" }, quick: { type: "boolean" }, force: { type: "boolean" } },
	});
	await generate(ROOT, { log: () => {} });
	if (values.trace) await writeTrace(ROOT, await traceFiles(ROOT, console.log));
	const { quick = false, force = false } = values;
	const found = force ? null : await presentSnapshot(ROOT);
	// One that a server has made in haste is taken for what it is.
	const present = found !== null && (quick || overBudget(found).length === 0) ? found : null;
	const made = present ?? (await makeSnapshot(ROOT, { quick, say: console.log }));
	console.log(
		`${made.url}: ${made.files} files, ${megabytes(made.bytes)}, ${megabytes(made.compressedBytes)} compressed (Next.js ${made.nextVersion})${present ? "; was there already" : ""}`,
	);
	return 0;
});
