"use client";

import { ArrowRight } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { emptyAnswer, isAnswered } from "@/lib/quiz/answer";
import type { Answer, Outcome } from "@/lib/quiz/contract";
import { grade } from "@/lib/quiz/grade";
import type { ShownQuestion, TextQuestion } from "@/lib/quiz/types";
import { AnswerInput } from "./answer-input";
import { Explanation } from "./explanation";
import { RubricInput } from "./inputs/text-input";
import { QuestionHead } from "./question-head";
import { ReadNext } from "./read-next";
import { RichParagraphs } from "./rich";

export interface Answered {
	answer: Answer;
	outcome: Outcome;
	guessed: boolean;
	/** Milliseconds from being shown to being answered. */
	ms: number;
}

type Phase =
	| { phase: "asking" }
	/** A short answer is held against its model. */
	| { phase: "assessing"; ms: number }
	| { phase: "revealed"; outcome: Outcome };

/** One question, asked and then explained. `onAnswered` is called once, when it is known how it went. */
export function QuestionCard({
	question,
	seed,
	onAnswered,
	onNext,
	nextWords,
}: {
	question: ShownQuestion;
	seed: string;
	onAnswered: (answered: Answered) => void;
	onNext: () => void;
	nextWords: string;
}) {
	const [answer, setAnswer] = useState<Answer>(() => emptyAnswer(question, seed));
	const [guessed, setGuessed] = useState(false);
	const [phase, setPhase] = useState<Phase>({ phase: "asking" });
	const [missing, setMissing] = useState(false);
	const shownAt = useRef(0);
	useEffect(() => {
		shownAt.current = Date.now();
	}, []);

	const reveal = (final: Answer, ms: number) => {
		const outcome = grade(question, final);
		setAnswer(final);
		setPhase({ phase: "revealed", outcome });
		onAnswered({ answer: final, outcome, guessed, ms });
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isAnswered(answer)) return setMissing(true);
		const ms = Math.max(0, Date.now() - shownAt.current);
		if (question.kind === "shortAnswer") setPhase({ phase: "assessing", ms });
		else reveal(answer, ms);
	};

	return (
		<article className="grid min-w-0 gap-5">
			<QuestionHead question={question} withCode={question.kind !== "spotBug" || phase.phase !== "asking"} />
			{phase.phase === "asking" && (
				<form onSubmit={submit} className="grid min-w-0 gap-5">
					<AnswerInput
						question={question}
						answer={answer}
						seed={seed}
						onChange={(next) => {
							setAnswer(next);
							setMissing(false);
						}}
					/>
					{question.kind !== "fixTheCode" && (
						<div className="flex flex-wrap items-center gap-x-5 gap-y-3">
							<Button type="submit" variant="primary">
								{question.kind === "shortAnswer" ? "Show the model answer" : "Check my answer"}
							</Button>
							<label className="flex cursor-pointer items-center gap-2 text-ink-muted text-sm">
								<input
									type="checkbox"
									checked={guessed}
									onChange={({ target }) => setGuessed(target.checked)}
									className="size-4 accent-(--accent)"
								/>
								I am guessing
							</label>
							<p role="alert" className="text-fail text-sm">
								{missing ? "Not all of it is answered yet." : ""}
							</p>
						</div>
					)}
					{question.kind === "fixTheCode" && (
						<Button className="justify-self-start" onClick={onNext}>
							Skip it for now
						</Button>
					)}
				</form>
			)}
			{phase.phase === "assessing" && question.kind === "shortAnswer" && answer.of === "text" && (
				<Assess
					question={question}
					text={answer.text}
					onDone={(ticked) => reveal({ ...answer, ticked }, phase.ms)}
				/>
			)}
			{phase.phase === "revealed" && (
				<Revealed outcome={phase.outcome} guessed={guessed}>
					<Explanation question={question} answer={answer} />
					<ReadNext lessons={question.lessons} />
					<Button variant="primary" className="justify-self-start" onClick={onNext}>
						{nextWords}
						<ArrowRight aria-hidden="true" />
					</Button>
				</Revealed>
			)}
		</article>
	);
}

/** The learner's own answer beside the model, and the rubric to tick. */
export function Assess({
	question,
	text,
	onDone,
}: {
	question: TextQuestion;
	text: string;
	onDone: (ticked: number[]) => void;
}) {
	const [ticked, setTicked] = useState<number[]>([]);
	const heading = useFocusOnShow();
	return (
		<div className="grid gap-5">
			<h3 ref={heading} tabIndex={-1} className="font-semibold text-base tracking-tight focus:outline-none">
				Hold yours against the model
			</h3>
			{text.trim() !== "" && (
				<section aria-label="Your answer" className="border-border-strong border-l-2 pl-4">
					<p className="eyebrow mb-1.5">Your answer</p>
					<p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
				</section>
			)}
			<section aria-label="A model answer" className="border-accent/50 border-l-2 pl-4">
				<p className="eyebrow mb-1.5">A model answer</p>
				<RichParagraphs text={question.reference} />
			</section>
			<RubricInput rubric={question.rubric} ticked={ticked} onChange={setTicked} />
			<Button variant="primary" className="justify-self-start" onClick={() => onDone(ticked)}>
				That is what I had
			</Button>
		</div>
	);
}

export const OUTCOMES: Record<Outcome, { words: string; tone: Tone }> = {
	right: { words: "Right", tone: "pass" },
	partly: { words: "Partly right", tone: "warn" },
	wrong: { words: "Not right", tone: "fail" },
};

function Revealed({
	outcome,
	guessed,
	children,
}: {
	outcome: Outcome;
	guessed: boolean;
	children: React.ReactNode;
}) {
	const heading = useFocusOnShow();
	const { words, tone } = OUTCOMES[outcome];
	return (
		<div className="grid animate-rise gap-5">
			<h3 ref={heading} tabIndex={-1} className="flex items-center gap-2.5 focus:outline-none">
				<Badge tone={tone} className="!h-6 !px-2 text-sm">
					{words}
				</Badge>
				{guessed && <span className="text-ink-muted text-sm">guessed, so it comes back sooner</span>}
			</h3>
			{children}
		</div>
	);
}

/** Brings the focus to what has just appeared, so that a screen reader goes on there. */
function useFocusOnShow() {
	const ref = useRef<HTMLHeadingElement>(null);
	useEffect(() => ref.current?.focus(), []);
	return ref;
}
