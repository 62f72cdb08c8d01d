import type { QuestionKind, QuestionOf, QuizOption } from "./schema";

/** A lesson worth reading again for a question. */
export interface LessonLink {
	slug: string;
	title: string;
}

/** What is known of every question without loading it. */
export interface QuestionInfo {
	/** `part/lesson#id` */
	id: string;
	kind: QuestionKind;
	level: 1 | 2 | 3;
	points: string[];
	part: string;
	/** Slugs: its own lesson, and those whose claims and checks prove its key. */
	lessons: string[];
}

/** A part that has questions. */
export interface QuizPart {
	name: string;
	title: string;
}

export interface ShownCode {
	title: string | null;
	/** Each line as text, and as HTML with its colours. */
	lines: { text: string; html: string }[];
}

interface Shown<K extends QuestionKind> extends QuestionInfo {
	kind: K;
	ask: string;
	note: string | null;
	code: ShownCode | null;
}

export interface ChoiceQuestion extends Shown<"single" | "multiple" | "predictOutput"> {
	options: QuizOption[];
}
export interface GridQuestion extends Shown<"trueFalseGrid"> {
	statements: QuestionOf<"trueFalseGrid">["statements"];
}
export interface OrderQuestion extends Shown<"order"> {
	steps: QuestionOf<"order">["steps"];
}
export interface BugQuestion extends Shown<"spotBug"> {
	code: ShownCode;
	/** Counted from 1; each is a good answer. */
	bugLines: number[];
	bugWhy: string;
	reasons: QuizOption[];
}
export interface TextQuestion extends Shown<"shortAnswer"> {
	reference: string;
	rubric: QuestionOf<"shortAnswer">["rubric"];
	followUps: QuestionOf<"shortAnswer">["followUps"];
}
export interface KataQuestion extends Shown<"fixTheCode"> {
	lesson: string;
	/** Overlay over the lesson's starter: what the learner begins with. */
	files: Record<string, string | null>;
	checks: string[];
	why: string;
}

/** A question as the product shows it. */
export type ShownQuestion =
	| ChoiceQuestion
	| GridQuestion
	| OrderQuestion
	| BugQuestion
	| TextQuestion
	| KataQuestion;
