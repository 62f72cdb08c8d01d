import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { machineEnvironment } from "@/lib/sandbox/machines/local/server/environment";
import { type LocalProcess, startProcess } from "@/lib/sandbox/machines/local/server/spawn";

const here = import.meta.dirname;

/** Loses its context at every `await`: shared with the specs of the async context. */
const BROKEN_HOST = path.join(here, "../async-context/broken-host.cjs");

export interface ProgramPlaces {
	/** The folder of the instance, where `node` and its conditions are put. */
	instance: string;
	/** Where the programs report their ports: a socket's path. */
	reports: string;
	home: string;
	temporary: string;
}

/** Lays down the Node of an instance. Gives its path. */
export async function makeNode({ instance, reports }: ProgramPlaces): Promise<string> {
	const folder = path.join(instance, "bin");
	const node = path.join(folder, "node");
	const conditions = path.join(folder, "conditions.cjs");
	await mkdir(folder, { recursive: true });
	await copyFile(path.join(here, "conditions.cjs"), conditions);
	await copyFile(BROKEN_HOST, path.join(folder, "broken-host.cjs"));
	await writeFile(
		path.join(folder, "conditions.json"),
		JSON.stringify({ node, realNode: process.execPath, reports }),
	);
	const words = [process.execPath, "--no-addons", "--require", conditions].map(quoted).join(" ");
	await writeFile(node, `#!/bin/sh\nexec ${words} "$@"\n`);
	await chmod(node, 0o755);
	return node;
}

export interface ProgramRequest {
	node: string;
	places: ProgramPlaces;
	instanceId: string;
	command: string;
	args: string[];
	cwd: string;
	env: Record<string, string>;
}

/** Starts a program in a process group of its own, with nothing of the host's environment but what it needs. */
export function startProgram(request: ProgramRequest): Promise<LocalProcess> {
	const { places, command, args, cwd } = request;
	const run = randomBytes(8).toString("hex");
	const marks = { machine: request.instanceId, run };
	const added = { TMPDIR: places.temporary, ...request.env };
	const env = machineEnvironment(process.env, places.home, marks, added);
	// A WebContainer sets no such thing by itself: whoever wants it has to ask for it.
	if (!("NEXT_TELEMETRY_DISABLED" in request.env)) delete env.NEXT_TELEMETRY_DISABLED;
	return startProcess({ command: command === "node" ? request.node : command, args, cwd, env, run });
}

function quoted(word: string): string {
	return `'${word.replaceAll("'", `'\\''`)}'`;
}
