import { Worker } from "node:worker_threads";

const EVERY_MS = 500;

/**
 * Ends this process when its parent is gone, so that nothing of Next.js outlives an agent that crashed or was killed
 * hard. The process that the agent started leads a group of its own and takes the whole group with it.
 */
export function watchParent(agentPid: number, mode: string | undefined): void {
	const parent = process.ppid;
	const leads = parent === agentPid;
	if (!leads && !isAlive(agentPid)) process.kill(process.pid, "SIGKILL");

	// A negative number is a group; Windows has none, and its `next dev` ends with the pipe.
	const target = leads && process.platform !== "win32" ? -process.pid : process.pid;
	setInterval(() => {
		if (process.ppid !== parent) process.kill(target, "SIGKILL");
	}, EVERY_MS).unref();

	// With `next start` the leader runs the learner's code, and an endless loop there stops every timer of this thread.
	if (leads && mode === "production") {
		const code = `setInterval(() => { if (process.ppid !== ${parent}) process.kill(${target}, "SIGKILL"); }, ${EVERY_MS})`;
		new Worker(code, { eval: true, execArgv: [], env: {} }).unref();
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
