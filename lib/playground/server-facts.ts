import * as z from "zod";
import type { BaseApp } from "@/lib/lessons/types";
import { type MachinePolicy, machinePolicySchema } from "@/lib/sandbox/machine-policy";

const baseAppSchema = z.object({ files: z.record(z.string(), z.string()), hash: z.string() });

/** The base app: the same for all lessons, so asked for once. Throws an `Error` for people. */
export const loadBaseApp: () => Promise<BaseApp> = once("/api/base-app", "the base app", baseAppSchema);

/** Which machines this site offers; asked for once. Throws an `Error` for people. */
export const loadMachinePolicy: () => Promise<MachinePolicy> = once(
	"/api/machine-policy",
	"which machines there are",
	machinePolicySchema,
);

const complaintSchema = z.object({ message: z.string() });

/** Asks the playground's server; a failure is not kept. */
function once<T>(path: string, what: string, schema: z.ZodType<T>): () => Promise<T> {
	let facts: Promise<T> | null = null;
	return () => {
		facts ??= ask(path, what, schema).catch((error: unknown) => {
			facts = null;
			throw error;
		});
		return facts;
	};
}

async function ask<T>(path: string, what: string, schema: z.ZodType<T>): Promise<T> {
	const response = await fetch(path).catch((cause: unknown) => {
		throw new Error("The playground’s server cannot be reached. Is it still running?", { cause });
	});
	const body: unknown = await response.json().catch(() => null);
	if (!response.ok) {
		const complaint = complaintSchema.safeParse(body);
		throw new Error(
			complaint.success
				? complaint.data.message
				: `The playground’s server answered ${response.status} instead of ${what}.`,
		);
	}
	return schema.parse(body);
}
