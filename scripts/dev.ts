import { generate } from "./generate/run";
import { requireNode } from "./node-version";
import { ROOT } from "./root";
import { command, serve } from "./serve";

requireNode();
await command(async (signal) => {
	await generate(ROOT);
	return serve("dev", signal);
});
