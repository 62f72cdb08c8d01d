import { buildIfNeeded } from "./build/build";
import { requireNode } from "./node-version";
import { command, serve } from "./serve";

requireNode();
await command(async (signal) => {
	await buildIfNeeded({ signal });
	return serve("start", signal);
});
