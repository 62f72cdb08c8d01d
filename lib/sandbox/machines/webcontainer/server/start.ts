import { isolatePages } from "./isolate-pages";

/** Isolates this server's pages where its environment asks for that, and gives whether it does. Never throws: a wrong setting is told in the log. */
export function startIsolation(): boolean {
	try {
		return isolatePages();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return false;
	}
}
