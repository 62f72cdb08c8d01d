import { buildIfNeeded } from "./build/build";
import { readStartOptions } from "./lan";
import { requireNode } from "./node-version";
import { command, serve } from "./serve";

requireNode();
await command(async (signal) => {
	const options = readStartOptions(process.argv.slice(2));
	await buildIfNeeded({ signal });
	return serve("start", signal, options);
});
