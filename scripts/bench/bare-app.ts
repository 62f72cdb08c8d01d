import type { ChildProcess } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readBaseApp } from "@/lib/sandbox/machines/local/server/base-app";
import type { Overlay } from "../lessons/read";
import { anyFreePort, endChild, exitOf, spawnNext } from "../next";
import { ROOT } from "../root";

/** The same app as in the sandbox, run by a plain `next dev`: what a learner would have without the playground. */
export class BareApp {
	#child: ChildProcess | null = null;
	#files: Record<string, string> = {};
	url = "";

	private constructor(readonly folder: string) {}

	/** A new folder inside the repository (Next.js is found above it), without a build of any kind. */
	static async create(name: string, overlay: Overlay): Promise<BareApp> {
		const app = new BareApp(join(ROOT, ".generated/bench", name));
		await rm(app.folder, { recursive: true, force: true });
		await app.lay(overlay);
		return app;
	}

	/** The base app with `overlay`, and nothing else. */
	async lay(overlay: Overlay): Promise<void> {
		const { files } = await readBaseApp(ROOT);
		const wanted: Record<string, string> = {};
		for (const [path, text] of Object.entries({ ...files, ...overlay }))
			if (text !== null) wanted[path] = text;
		for (const path of Object.keys(this.#files)) {
			if (!(path in wanted)) await rm(join(this.folder, path), { force: true });
		}
		for (const [path, text] of Object.entries(wanted))
			if (this.#files[path] !== text) await this.write(path, text);
		this.#files = wanted;
	}

	async write(path: string, text: string): Promise<void> {
		await mkdir(dirname(join(this.folder, path)), { recursive: true });
		await writeFile(join(this.folder, path), text);
	}

	/** Starts `next dev` on a free port, with further arguments and variables; does not wait for it. */
	async start(
		args: string[] = [],
		env: (port: number) => Record<string, string> = () => ({}),
	): Promise<void> {
		const port = await anyFreePort();
		this.url = `http://localhost:${port}`;
		this.#child = spawnNext(["dev", ...args, "-p", String(port)], {
			cwd: this.folder,
			env: env(port),
			stdio: ["ignore", "pipe", "pipe"],
		});
		// Read, as the agent does, or a full pipe would stop the app.
		this.#child.stdout?.resume();
		this.#child.stderr?.resume();
	}

	async stop(): Promise<void> {
		if (!this.#child) return;
		await endChild(this.#child);
		await exitOf(this.#child);
		this.#child = null;
	}

	async delete(): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true });
	}
}
