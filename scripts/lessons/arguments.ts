import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { MachineKind } from "@/lib/sandbox/machine";
import { exists } from "../files";
import { ROOT } from "../root";

export const USAGE = `npm run lessons -- <command>

  list                                     the lessons, in order
  new <part>/<lesson>                      a folder to begin with
  coverage [--strict]                      syllabus point × lesson, check, claim, question; --strict: exit 1 on a gap
  claims [slug…]                           proves the claims, and lists sentences marked as claims without proof
  quiz [source…] [--static]                proves the questions' keys; --static: without those that need an app
  verify [slug…]                           the whole gate: every variant × every check, claims, questions
  verify [slug…] --repeat N [--shuffle] [--seed S]
                                           the same N times, tasks and checks in shuffled order; exit 1 where two
                                           rounds disagree on a verdict
  verify slug… --variant <name>            one variant: starter, solution, alternatives/<x>, mistakes/<x>
  verify slug --files DIR                  the checks over DIR laid over the starter
                                           (exit 0: all pass, 1: some fail, 2: anything broken)
  mutants [slug…] [--sample N] [--seed S]  wrong variants that the gate makes of each solution: each must be failed by
                                           a check, or stand in the lesson's equivalents.json with the reason
  record [slug…]                           keeps what the checks saw of the reference solution, for readers without a
                                           sandbox; without a name: where it is missing or of other files
  canaries                                 the gate must turn down every lesson in tests/content/canaries

  --lessons-dir DIR   lessons from elsewhere: a folder of parts called "lessons", or what holds it
  --url URL           a running playground; otherwise one is built when needed and started
  --workers N         sandboxes at a time (default: one for each processor, at most 4)
  --machine NAME      where the apps run: local (default), or webcontainer, under its conditions on this computer
  --quick             verify: of each lesson the starter, the solution and the first mistake, no claims
  --json              machine-readable output; progress goes to stderr`;

/** What was asked for is not something the command can do; the message says what is. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

export interface Options {
	command: string;
	slugs: string[];
	variant: string | null;
	files: string | null;
	/** Holds `lessons/`. */
	lessonsRoot: string;
	url: string | null;
	workers: number;
	machine: MachineKind;
	/** A small selection of each lesson. */
	quick: boolean;
	json: boolean;
	strict: boolean;
	/** Nothing is run that needs an app. */
	static: boolean;
	/** Rounds of `verify`; `null`: the gate, once. */
	repeat: number | null;
	shuffle: boolean;
	/** How many mutants; `null`: all. */
	sample: number | null;
	/** Where what is random begins; printed, so that a run can be had again. */
	seed: number;
}

/** Reads the command line. Throws a {@link UsageError}. */
export async function readArguments(args: string[], processors: number): Promise<Options> {
	const { positionals, values } = parse(args);
	const [command = "help", ...slugs] = positionals;
	const { variant = null, files = null, machine = "local" } = values;
	if (machine !== "local" && machine !== "webcontainer")
		throw new UsageError(`There is no machine "${machine}"; use "local" or "webcontainer".`);
	if (values.quick && (variant !== null || files !== null))
		throw new UsageError("--quick chooses the variants by itself; leave out --variant and --files.");
	if (variant !== null && files !== null) throw new UsageError("Use --variant or --files, not both.");
	if (files !== null && slugs.length !== 1) throw new UsageError("--files needs exactly one lesson.");
	if (variant !== null && slugs.length === 0) throw new UsageError("--variant needs a lesson.");
	const workers = wholeNumber("workers", values.workers ?? String(defaultWorkers(processors)), 1, 16);
	return {
		command,
		slugs,
		variant,
		files: files === null ? null : resolve(files),
		lessonsRoot: values["lessons-dir"] === undefined ? ROOT : await lessonsRoot(values["lessons-dir"]),
		url: values.url?.replace(/\/$/, "") ?? null,
		workers,
		machine,
		quick: values.quick ?? false,
		json: values.json ?? false,
		strict: values.strict ?? false,
		static: values.static ?? false,
		repeat: values.repeat === undefined ? null : wholeNumber("repeat", values.repeat, 1, 100),
		shuffle: values.shuffle ?? false,
		sample: values.sample === undefined ? null : wholeNumber("sample", values.sample, 1, 10_000),
		seed: wholeNumber("seed", values.seed ?? "1", 0, 4_294_967_295),
	};
}

/** One more than processors was tried on two of them: no faster. */
function defaultWorkers(processors: number): number {
	return Math.max(1, Math.min(4, processors));
}

function wholeNumber(option: string, text: string, from: number, to: number): number {
	const number = Number(text);
	if (text.trim() !== "" && Number.isInteger(number) && number >= from && number <= to) return number;
	throw new UsageError(`--${option} is a number from ${from} to ${to}.`);
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			allowPositionals: true,
			options: {
				variant: { type: "string" },
				files: { type: "string" },
				machine: { type: "string" },
				url: { type: "string" },
				workers: { type: "string" },
				"lessons-dir": { type: "string" },
				json: { type: "boolean" },
				quick: { type: "boolean" },
				strict: { type: "boolean" },
				static: { type: "boolean" },
				repeat: { type: "string" },
				shuffle: { type: "boolean" },
				sample: { type: "string" },
				seed: { type: "string" },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

async function lessonsRoot(dir: string): Promise<string> {
	const folder = resolve(dir);
	if (basename(folder) === "lessons" && (await exists(folder))) return dirname(folder);
	if (await exists(join(folder, "lessons"))) return folder;
	throw new UsageError(`--lessons-dir: ${dir} is no folder called "lessons" and holds none.`);
}
