import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { type FileTree, manifestOf } from "@/lib/sandbox/files";
import type { Machine } from "@/lib/sandbox/machine";

/** For tests: a machine on a folder below `root`, without any of the local machine's guards. */
export async function createTestMachine(root: string, tree: FileTree) {
	await mkdir(join(root, ".sandboxes"), { recursive: true });
	const folder = await mkdtemp(join(root, ".sandboxes", "test agent-"));
	const agents: ChildProcess[] = [];

	const write = async (changes: FileTree) => {
		for (const [path, text] of Object.entries(changes)) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
		}
	};
	await write(tree);
	await cp(join(root, ".generated", "agent"), join(folder, ".sandbox"), { recursive: true });

	const machine: Machine = {
		kind: "local",
		manifest: manifestOf(tree),
		mount: write,
		write,
		async remove(paths) {
			for (const path of paths) await rm(join(folder, path), { force: true });
		},
		read: (path) => readFile(join(folder, path), "utf8").catch(() => null),
		async spawn(command, args, options) {
			const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...options?.env } });
			agents.push(child);
			return {
				write: async (text) => {
					child.stdin.write(text);
				},
				output: Readable.toWeb(child.stdout.setEncoding("utf8")) as ReadableStream<string>,
				exit: new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 137))),
				kill: async () => {
					child.kill("SIGKILL");
				},
			};
		},
		urlFor: (port) => `http://localhost:${port}`,
		async dispose() {
			for (const agent of agents) {
				if (agent.exitCode !== null || agent.signalCode !== null) continue;
				const ended = new Promise((resolve) => agent.once("exit", resolve));
				agent.kill("SIGTERM");
				await ended;
			}
			await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
		},
	};
	return { machine, folder, agents };
}
