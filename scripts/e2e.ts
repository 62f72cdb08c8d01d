import { buildIfNeeded } from "./build/build";
import { command } from "./serve";
import { runProgram } from "./tasks";

await command(async (signal) => {
	if (!process.env.PLAYGROUND_URL) await buildIfNeeded({ signal });
	return runProgram("playwright", ["test", ...process.argv.slice(2)], { signal });
});
