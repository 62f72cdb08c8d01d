import type { Question, QuizOption } from "@/lib/quiz/schema";

/** Why a question, or a file of them, is turned down. */
export type QuizRule =
	| "unknown-point"
	| "unknown-proof"
	| "unknown-lesson"
	| "unknown-check"
	| "explanation-repeated"
	| "option-repeated"
	| "refers-to-other-options"
	| "longest-is-key"
	| "file-not-shown"
	| "placeholder";

export interface QuizProblem {
	rule: QuizRule;
	/** Id of the question; `null` where the file as a whole is meant. */
	question: string | null;
	message: string;
}

/** What exists to be referred to. */
export interface QuizWorld {
	points: ReadonlySet<string>;
	/** `part/lesson#id` */
	claims: ReadonlySet<string>;
	checks: ReadonlySet<string>;
	/** Variants by lesson, with the checks that a mistake fails; `null` where that is only known by running. */
	variants: ReadonlyMap<string, ReadonlyMap<string, readonly string[] | null>>;
}

/** Everything about a file of questions that can be said without running any of it. Pure. */
export function judgeQuiz(questions: readonly Question[], world: QuizWorld): QuizProblem[] {
	return [
		...questions.flatMap((question) => judgeQuestion(question, world)),
		...judgeLengths(questions).map((message) => ({
			rule: "longest-is-key" as const,
			question: null,
			message,
		})),
	];
}

function judgeQuestion(question: Question, world: QuizWorld): QuizProblem[] {
	const problems: QuizProblem[] = [];
	const add = (rule: QuizRule, message: string) => problems.push({ rule, question: question.id, message });
	for (const point of question.points) {
		if (!world.points.has(point)) add("unknown-point", `the syllabus has no point "${point}"`);
	}
	for (const proof of question.proof) {
		if ("claim" in proof && !world.claims.has(proof.claim))
			add("unknown-proof", `there is no claim ${proof.claim}`);
		if ("check" in proof && !world.checks.has(proof.check))
			add("unknown-proof", `there is no check ${proof.check}`);
	}
	if (JSON.stringify(question).includes("REPLACE ME")) add("placeholder", "it still says REPLACE ME");
	for (const text of repeated(explanationsOf(question)))
		add("explanation-repeated", `two explanations are the same: "${text}"`);
	const options = optionsOf(question);
	for (const text of repeated(options.map((option) => visible(option.text))))
		add("option-repeated", `two options are the same: "${text}"`);
	for (const { text } of options) {
		if (REFERS.test(text))
			add("refers-to-other-options", `"${text}": options are shuffled, and it gives away`);
	}
	if (
		question.kind === "predictOutput" &&
		question.run.in === "next" &&
		!(question.run.show in question.run.files)
	)
		add("file-not-shown", `"show" names ${question.run.show}, which is not in "files"`);
	if (question.kind === "fixTheCode") problems.push(...judgeKata(question, world));
	return problems;
}

function judgeKata(question: Extract<Question, { kind: "fixTheCode" }>, world: QuizWorld): QuizProblem[] {
	const { id, lesson, from, checks } = question;
	const variants = world.variants.get(lesson);
	if (!variants) return [{ rule: "unknown-lesson", question: id, message: `there is no lesson ${lesson}` }];
	const problems: QuizProblem[] = checks
		.filter((check) => !world.checks.has(`${lesson}#${check}`))
		.map((check) => ({ rule: "unknown-check", question: id, message: `${lesson} has no check "${check}"` }));
	if (typeof from !== "string") return problems;
	const fails = variants.get(from);
	if (fails === undefined)
		problems.push({ rule: "unknown-lesson", question: id, message: `${lesson} has no variant "${from}"` });
	else if (fails !== null && !checks.some((check) => fails.includes(check)))
		problems.push({
			rule: "unknown-check",
			question: id,
			message: `${from} fails ${fails.join(", ")}; name one of them, or there is nothing to mend`,
		});
	return problems;
}

const REFERS =
	/\b(all|none|both|neither|any|each) of (the )?(above|below|these|them|others?|options?)\b|\b(the )?(above|other) (options?|answers?)\b/i;

/** How much longer than the next an option must be to be seen as the longest. */
const NOTICEABLE = 1.1;

/**
 * Whether who always takes the longest option does better than chance. Outputs are left out: they are what they are.
 * One hit is always allowed; a single question shows no habit.
 */
function judgeLengths(questions: readonly Question[]): string[] {
	let chance = 0;
	const hits: string[] = [];
	for (const question of questions) {
		if (question.kind === "predictOutput") continue;
		const options = optionsOf(question);
		if (options.length === 0) continue;
		chance += options.filter(({ correct }) => correct).length / options.length;
		const [first, second] = [...options].sort((a, b) => visible(b.text).length - visible(a.text).length);
		const longest = visible(first!.text).length >= visible(second!.text).length * NOTICEABLE;
		if (longest && first!.correct) hits.push(question.id);
	}
	const allowed = Math.max(1, Math.round(chance));
	if (hits.length <= allowed) return [];
	return [
		`the longest option is right in ${hits.join(", ")}; by chance it would be in about ${allowed}. Shorten these, or lengthen others`,
	];
}

/** The options a learner chooses from, whatever the kind calls them. */
export function optionsOf(question: Question): readonly QuizOption[] {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return question.options;
		case "spotBug":
			return question.reasons;
		default:
			return [];
	}
}

function explanationsOf(question: Question): string[] {
	switch (question.kind) {
		case "trueFalseGrid":
			return question.statements.map(({ why }) => why);
		case "order":
			return question.steps.map(({ why }) => why);
		case "shortAnswer":
			return question.rubric.map(({ why }) => why);
		default:
			return optionsOf(question).map(({ why }) => why);
	}
}

function visible(text: string): string {
	return text.replaceAll("`", "").replace(/\s+/g, " ").trim();
}

function repeated(texts: string[]): string[] {
	return [...new Set(texts.filter((text, index) => texts.indexOf(text) !== index))];
}
