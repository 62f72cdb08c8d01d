import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import nextPackage from "next/package.json";
import type { CheckResult, Evidence } from "@/lib/checks/types";
import { RECORDING_FILE, readRecording, recordingVersion } from "@/lib/lessons/recording";
import type { Recording } from "@/lib/lessons/recording-schema";
import { count } from "../words";
import type { Options } from "./arguments";
import { describeResults } from "./print";
import type { LessonToVerify } from "./read";
import { runVariant } from "./run-lesson";
import { type OpenVerifier, type Output, readLessons, withVerifier } from "./verify";

const MAX_TEXT = 500;
const MAX_PIECES = 4;
const MAX_STEPS = 12;

/**
 * `record`: runs the reference solution of each lesson and keeps what its checks saw beside the lesson. Lessons whose
 * recording is of their present files and of the present Next.js are left alone, unless they are named. Resolves with
 * the exit code.
 */
export async function record(options: Options, open: OpenVerifier, out: Output): Promise<number> {
	const { lessonsRoot: root, slugs } = options;
	const lessons: LessonToVerify[] = [];
	for (const lesson of await readLessons(options)) {
		const recording = await readRecording(lesson.slug, { root });
		if (slugs.length === 0 && recording?.nextVersion === nextPackage.version) continue;
		lessons.push(lesson);
	}
	if (lessons.length === 0) {
		out.say("Every recording is of the present files.");
		return 0;
	}
	return withVerifier(open, async (verifier) => {
		let refused = 0;
		for (const lesson of lessons) {
			const solution = lesson.variants.find(({ name }) => name === "solution");
			const results = solution ? await runVariant(lesson, solution, verifier) : [];
			if (results.length === 0 || results.some(({ verdict }) => verdict !== "pass")) {
				refused++;
				out.say(`✗ ${lesson.slug}: the solution does not pass, so nothing is recorded.`);
				out.say([...lesson.invalid, describeResults(results)].join("\n"));
				continue;
			}
			const recording: Recording = {
				of: await recordingVersion(lesson.slug, { root }),
				nextVersion: nextPackage.version,
				checks: results.map(trimResult),
			};
			const file = `${lesson.source.dir}/${RECORDING_FILE}`;
			const text = `${JSON.stringify(recording, null, "\t")}\n`;
			await writeFile(join(root, file), text);
			out.say(`${file} (${count(results.length, "check")}, ${text.length} characters)`);
		}
		return refused === 0 ? 0 : 1;
	});
}

/** What a person reads, and nothing that makes a file large or different each time. */
function trimResult({ id, did, evidence }: CheckResult): Recording["checks"][number] {
	return {
		id,
		did: did.slice(0, MAX_STEPS).map(steady),
		evidence: evidence.slice(0, MAX_PIECES).map(trimEvidence),
	};
}

/** Exported for its spec. */
export function trimEvidence(piece: Evidence): Evidence {
	const label = steady(piece.label);
	switch (piece.kind) {
		case "text":
			return { kind: "text", label, text: steady(piece.text) };
		case "html":
			return { kind: "html", label, html: steady(piece.html) };
		case "data": {
			const json = JSON.stringify(piece.value, null, 2) ?? String(piece.value);
			return json.length <= MAX_TEXT
				? { kind: "data", label, value: JSON.parse(JSON.stringify(piece.value ?? null)) }
				: { kind: "text", label, text: steady(json) };
		}
		case "exchange":
			// Nothing to open: the exchange is gone with the app that had it.
			return { kind: "exchange", label, exchangeId: "", summary: steady(piece.summary) };
	}
}

/** Ports differ from run to run. */
function steady(text: string): string {
	const same = text.replace(/\b(localhost|127\.0\.0\.1):\d{2,5}\b/g, "$1:3000");
	return same.length <= MAX_TEXT ? same : `${same.slice(0, MAX_TEXT)} …`;
}
