import { cpus } from "node:os";
import { readArguments, UsageError } from "./lessons/arguments";
import { runCommand } from "./lessons/commands";
import { requireNode } from "./node-version";
import { messageOf } from "./words";

requireNode();
// Exit code 2 for everything that is not a verdict: with --files, 1 means "some checks fail".
try {
	const options = await readArguments(process.argv.slice(2), cpus().length);
	process.exitCode = await runCommand(options);
} catch (error) {
	console.error(messageOf(error));
	if (error instanceof UsageError) console.error("`npm run lessons -- help` lists the commands.");
	process.exitCode = 2;
}
