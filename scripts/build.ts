import { build } from "./build/build";
import { messageOf } from "./words";

try {
	await build();
} catch (error) {
	console.error(messageOf(error));
	process.exitCode = 1;
}
