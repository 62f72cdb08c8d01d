import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { lower } from "@/sandbox-templates/webcontainer/async-context/lower/lower";
import { buildAsyncContext } from "@/scripts/generate/async-context";

export const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, "../../..");
const brokenHost = path.join(here, "broken-host.cjs");

/** `native` is Node.js as it is; `broken` loses its context at `await`, as a WebContainer does. */
export type Host = "native" | "broken";

export interface Workshop {
	/** Bundles a program of this folder; gives the files of its native and its lowered form. */
	program(entry: string): Promise<{ native: string; lowered: string }>;
	/** The text of a bundled program, with one of its modules replaced where that is wanted. */
	bundle(entry: string, replaced?: { file: RegExp; by: string }): Promise<string>;
	/** Runs a program to its end and gives what it printed. */
	run(program: string, host: Host, options: { ours: boolean; env?: NodeJS.ProcessEnv }): Promise<string>;
	/** What Node.js has to be told to load first. */
	preloads(host: Host, ours: boolean): string[];
	asyncContext: string;
}

async function bundle(entry: string, replaced?: { file: RegExp; by: string }): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [path.join(here, entry)],
		bundle: true,
		write: false,
		platform: "node",
		format: "cjs",
		target: "node20",
		tsconfigRaw: {},
		plugins: replaced
			? [
					{
						name: "replaced",
						setup: ({ onLoad }) => {
							onLoad({ filter: replaced.file }, () => ({ contents: replaced.by }));
						},
					},
				]
			: [],
		logLevel: "error",
	});
	return outputFiles[0]?.text ?? "";
}

/** Builds the async context into `folder`, and gives the means to run programs with and without it. */
export async function openWorkshop(folder: string): Promise<Workshop> {
	await mkdir(folder, { recursive: true });
	const asyncContext = path.join(folder, "async-context.cjs");
	await buildAsyncContext(root, asyncContext);
	const preloads = (host: Host, ours: boolean) => [
		...(host === "broken" ? ["--require", brokenHost] : []),
		...(ours ? ["--require", asyncContext] : []),
	];
	return {
		asyncContext,
		preloads,
		bundle,
		async program(entry) {
			const source = await bundle(entry);
			const name = path.basename(entry, ".ts");
			const files = {
				native: path.join(folder, `${name}.native.cjs`),
				lowered: path.join(folder, `${name}.lowered.cjs`),
			};
			await writeFile(files.native, source);
			await writeFile(files.lowered, lower(source, { format: "cjs", file: entry }));
			return files;
		},
		async run(program, host, { ours, env = {} }) {
			const { stdout } = await promisify(execFile)(process.execPath, [...preloads(host, ours), program], {
				env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
				maxBuffer: 16 * 1024 * 1024,
			});
			return stdout;
		},
	};
}
