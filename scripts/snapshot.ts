import { parseArgs } from "node:util";
import { generate } from "./generate/run";
import { ROOT } from "./root";
import { command } from "./serve";
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
	const present = values.force ? null : await presentSnapshot(ROOT);
	const made = present ?? (await makeSnapshot(ROOT, { quick: values.quick ?? false, say: console.log }));
	console.log(
		`${made.url}: ${made.files} files, ${megabytes(made.bytes)}, ${megabytes(made.compressedBytes)} compressed (Next.js ${made.nextVersion})${present ? "; was there already" : ""}`,
	);
	return 0;
});
