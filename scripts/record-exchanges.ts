import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { record } from "./exchanges/record";
import { requireNode } from "./node-version";
import { ROOT } from "./root";

/**
 * Records the fixtures of the Action inspector anew, from a real app of the installed Next.js version:
 * `node --import tsx scripts/record-exchanges.ts`. Do it whenever that version changes, then run its specs.
 */
requireNode();
const folder = join(ROOT, "tests/fixtures/exchanges");
await mkdir(folder, { recursive: true });
for (const mode of ["development", "production"] as const) {
	console.log(`Recording in ${mode} …`);
	const recordings = await record(mode);
	await writeFile(join(folder, `${mode}.json`), `${JSON.stringify(recordings, null, "\t")}\n`);
}
