import { generate } from "./generate/run";
import { ROOT } from "./root";
import { command } from "./serve";
import { checkTypes } from "./tasks";

await command(async (signal) => {
	await generate(ROOT);
	return checkTypes(signal);
});
