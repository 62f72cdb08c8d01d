import childProcess, { type ChildProcess } from "node:child_process";
import worker from "node:worker_threads";
import type { Origins } from "./emitters";

/** What a child process or a worker says is heard in the context in which it was started. */
export function instrumentProcesses(origins: Origins): void {
	origins.heed(childProcess.ChildProcess.prototype);
	origins.claimResults(
		childProcess,
		["spawn", "fork", "exec", "execFile"],
		(child: ChildProcess) => child.stdio ?? [],
	);
	origins.heed(worker.Worker.prototype);
	const Worker = new Proxy(worker.Worker, {
		construct: (target, args, newTarget) => origins.claim(Reflect.construct(target, args, newTarget)),
	});
	Object.assign(worker, { Worker });
}
