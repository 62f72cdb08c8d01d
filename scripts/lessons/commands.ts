import { coverageOf } from "@/lib/lessons/coverage";
import { listParts } from "@/lib/lessons/load";
import { readQuizFiles } from "../quiz/read";
import { type Options, USAGE, UsageError } from "./arguments";
import { describeCanaries, runCanaries } from "./canaries";
import { describeCoverage } from "./coverage";
import { readCoverageFacts } from "./coverage-facts";
import { checkMutants, describeMutants } from "./mutants/command";
import { openProductVerifier } from "./open-product";
import { describeTimes } from "./print";
import { gateQuiz, quizSources, verifyQuiz } from "./quiz";
import { record } from "./record";
import { scaffoldLesson } from "./scaffold";
import type { Verifier } from "./verifier";
import { type OpenVerifier, type Output, readLessons, verify, verifyClaims, withVerifier } from "./verify";

/** Runs one command of `npm run lessons`. Resolves with the exit code; throws a `UsageError` for anything else. */
export async function runCommand(options: Options): Promise<number> {
	const out = outputFor(options);
	const open = async (): Promise<Verifier> => {
		// What a build prints is progress too.
		if (options.json) console.log = (...words) => console.error(...words);
		const verifier = await openProductVerifier({ ...options, unsteady: (line) => out.progress(`  ${line}`) });
		return {
			...verifier,
			close: async () => {
				out.progress(describeTimes(verifier.times()));
				await verifier.close();
			},
		};
	};
	switch (options.command) {
		case "list":
			return list(options, out);
		case "new":
			return create(options, out);
		case "coverage": {
			const { facts, faults } = await readCoverageFacts(options.lessonsRoot);
			const rows = coverageOf(facts, await readQuizFiles(options.lessonsRoot));
			for (const fault of faults) out.say(`✗ ${fault}`);
			out.say(describeCoverage(rows));
			out.json(rows);
			return options.strict && (faults.length > 0 || rows.some(({ gap }) => gap !== "")) ? 1 : 0;
		}
		case "claims":
			return verifyClaims(options, open, out);
		case "quiz":
			return verifyQuiz(options, open, out);
		case "verify":
			return verifyAll(options, open, out);
		case "record":
			return record(options, open, out);
		case "mutants": {
			const lessons = await readLessons(options);
			const { sample, seed } = options;
			const summary = await withVerifier(open, (verifier) =>
				checkMutants(lessons, { sample, seed }, verifier, out),
			);
			out.say(describeMutants(summary));
			out.json(summary);
			return summary.reports.length > 0 && summary.problems.length === 0 ? 0 : 1;
		}
		case "canaries": {
			const canaries = await withVerifier(open, (verifier) => runCanaries(verifier, out, options.slugs));
			out.say(describeCanaries(canaries));
			out.json(canaries);
			return canaries.length > 0 && canaries.every(({ fault }) => fault === null) ? 0 : 1;
		}
		case "help":
			out.say(USAGE);
			return 0;
		default:
			throw new UsageError(`There is no command "${options.command}".`);
	}
}

/** The lessons, and with them their questions; for one variant or folder alone, not the questions. */
async function verifyAll(options: Options, open: OpenVerifier, out: Output): Promise<number> {
	const code = await verify(options, open, out);
	if (options.variant !== null || options.files !== null || options.repeat !== null) return code;
	const sources = await quizSources(options.lessonsRoot);
	const slugs =
		options.slugs.length > 0 ? sources.filter((source) => options.slugs.includes(source)) : sources;
	if (slugs.length === 0) return code;
	// `--json` has one value, that of the lessons; the questions' problems are said on stderr and in the exit code.
	const { problems } = await gateQuiz({ ...options, slugs }, open, out);
	return problems === 0 ? code : 1;
}

function outputFor({ json }: Options): Output {
	// Written past console.log, which `--json` turns to stderr.
	const print = (text: string) => void process.stdout.write(`${text}\n`);
	return {
		say: (text) => (json ? console.error(text) : print(text)),
		progress: (text) => console.error(text),
		json: (value) => {
			if (json) print(JSON.stringify(value, null, "\t"));
		},
	};
}

async function list({ lessonsRoot }: Options, out: Output): Promise<number> {
	const parts = await listParts({ root: lessonsRoot });
	for (const part of parts) {
		out.say(`\n${part.title}`);
		for (const { slug, title, minutes, points } of part.lessons)
			out.say(`  ${slug.padEnd(40)} ${title} (${minutes} min; ${points.join(", ")})`);
	}
	out.json(parts);
	return 0;
}

async function create({ slugs, lessonsRoot }: Options, out: Output): Promise<number> {
	const [slug, ...more] = slugs;
	if (slug === undefined || more.length > 0) throw new UsageError("new needs one name: <part>/<lesson>.");
	const { dir, files } = await scaffoldLesson(lessonsRoot, slug);
	out.say(`Made ${dir}:`);
	for (const file of files) out.say(`  ${file}`);
	out.say(`\nReplace every "REPLACE ME", then: npm run lessons -- verify ${slug}`);
	out.json({ dir, files });
	return 0;
}
