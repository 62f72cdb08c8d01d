/*
 * Runs in the page of the specs: keeps the machines and their programs, and does to them what the spec's process says.
 */
import { isSandboxError } from "@/lib/sandbox/errors";
import type { FileManifest } from "@/lib/sandbox/files";
import type { MachineProcess } from "@/lib/sandbox/machine";
import { type ConnectProgress, connectWebContainer } from "@/lib/sandbox/machines/webcontainer/connect";
import { type Diagnosis, diagnosisOf } from "@/lib/sandbox/machines/webcontainer/diagnosis";
import type { ContainerMachine } from "@/lib/sandbox/machines/webcontainer/machine";

/** What can be said over the wire about how to connect. */
export interface PageConnectOptions {
	snapshotUrl?: string;
	snapshotBytes?: number;
	baseFiles?: Record<string, string>;
	environment?: Record<string, string>;
	bootTimeoutMs?: number;
	workdirName?: string;
	forwardPreviewErrors?: boolean;
}

export type PageAnswer =
	| { ok: true; value: unknown; manifest: FileManifest }
	| {
			ok: false;
			error: { code: string; message: string; retryable: boolean; diagnosis: Diagnosis | null };
			manifest: FileManifest;
	  };

interface Program {
	process: MachineProcess;
	reader: ReadableStreamDefaultReader<string>;
	stop: AbortController;
}

const machines: ContainerMachine[] = [];
const programs: Program[] = [];
const told = { progress: [] as ConnectProgress[], previewMessages: [] as unknown[] };

async function connect(options: PageConnectOptions): Promise<number> {
	const { forwardPreviewErrors, ...rest } = options;
	const machine = await connectWebContainer({
		...rest,
		coep: "require-corp",
		onProgress: (progress) => told.progress.push(progress),
		...(forwardPreviewErrors ? { onPreviewMessage: (message) => told.previewMessages.push(message) } : {}),
	});
	return machines.push(machine) - 1;
}

const acts: Record<string, (...args: never[]) => unknown> = {
	connect,
	told: () => told,
	async spawn(
		machine: number,
		command: string,
		args: string[],
		env: Record<string, string>,
		aborted: boolean,
	) {
		const stop = new AbortController();
		if (aborted) stop.abort();
		const process = await machines[machine]!.spawn(command, args, { env, signal: stop.signal });
		return programs.push({ process, reader: process.output.getReader(), stop }) - 1;
	},
	read: (program: number) => programs[program]!.reader.read(),
	leave: (program: number) => programs[program]!.reader.cancel(),
	input: (program: number, text: string) => programs[program]!.process.write(text),
	exit: (program: number) => programs[program]!.process.exit,
	kill: (program: number) => programs[program]!.process.kill(),
	abort: (program: number) => programs[program]!.stop.abort(),
	machine: (machine: number, method: "write" | "mount" | "remove" | "read" | "dispose", ...args: never[]) =>
		(machines[machine]![method] as (...given: never[]) => unknown)(...args),
	urlFor: (machine: number, port: number) => machines[machine]!.urlFor(port),
	whenPort: (machine: number, port: number) =>
		machines[machine]!.whenPort(port, new AbortController().signal),
	setPreviewScript: (machine: number, source: string) => machines[machine]!.setPreviewScript(source),
};

async function act(machine: number, name: string, args: unknown[]): Promise<PageAnswer> {
	const manifest = () => machines[machine]?.manifest ?? {};
	try {
		const value = await (acts[name] as (...given: unknown[]) => unknown)(...args);
		return { ok: true, value, manifest: manifest() };
	} catch (error) {
		// What is no SandboxError must be seen as what it is.
		if (!isSandboxError(error)) throw error;
		const { code, message, retryable } = error;
		const diagnosis = diagnosisOf(error);
		return { ok: false, error: { code, message, retryable, diagnosis }, manifest: manifest() };
	}
}

Object.assign(globalThis, { act });
