import { isolatePages } from "./isolate-pages";

/** Isolates this server's pages where its environment asks for that. Never throws: a wrong setting is told in the log. */
export function startIsolation(): void {
	try {
		isolatePages();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
	}
}
