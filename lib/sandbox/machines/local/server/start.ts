import { localMachines, localMachinesEnabled } from "./singleton";

/** Gets this server's machines ready in the background. Never throws: the rest of the playground works without them. */
export function startLocalMachines(): void {
	try {
		if (!localMachinesEnabled()) return;
		localMachines();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
	}
}
