import { allCases } from "./cases/all";

/** How long a case may wait for something that never comes (a lost event). */
const LIMIT_MS = 3000;

/** The program of each child process: runs all cases, one after another, and prints what they saw. */
async function main(): Promise<void> {
	const seen: Record<string, string> = {};
	for (const [name, run] of Object.entries(allCases())) seen[name] = await outcome(run);
	process.stdout.write(JSON.stringify(seen), () => process.exit(0));
}

function outcome(run: () => unknown): Promise<string> {
	return new Promise((resolve) => {
		const limit = setTimeout(() => resolve("never ended"), LIMIT_MS);
		const end = (text: string) => {
			clearTimeout(limit);
			resolve(text);
		};
		const failed = (error: unknown) => end(`threw ${error}`);
		try {
			Promise.resolve(run()).then((value) => end(show(value)), failed);
		} catch (error) {
			failed(error);
		}
	});
}

function show(value: unknown): string {
	return JSON.stringify(value === undefined ? "∅" : value, (_, part) => (part === undefined ? "∅" : part));
}

void main();
