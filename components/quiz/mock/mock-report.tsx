"use client";

import { quizParts } from "@generated/quiz";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { progressKeeper } from "@/lib/progress/store";
import { grade } from "@/lib/quiz/grade";
import { type Mock, mocksOf } from "@/lib/quiz/mock";
import type { ShownQuestion, TextQuestion } from "@/lib/quiz/types";
import { Explanation } from "../explanation";
import { Assess, OUTCOMES } from "../question-card";
import { QuestionHead } from "../question-head";
import { ReadNext } from "../read-next";
import { Rich } from "../rich";
import { useQuestions } from "../use-questions";
import { QUESTIONS_BY_ID, useQuiz } from "../use-quiz";
import { duration, many } from "../words";

/** What came of a mock interview: by topic, then question by question. */
export function MockReport() {
	const id = useSearchParams()?.get("mock") ?? null;
	const quiz = useQuiz();
	if (!quiz.loaded) return null;
	const mock = mocksOf(quiz.events, quiz.now).find((other) => other.id === id);
	if (!mock)
		return (
			<div className="grid justify-items-start gap-4">
				<p>This browser has no such interview. It may have been held in another one.</p>
				<Link href="/mock" className={buttonClass()}>
					To the mock interview
				</Link>
			</div>
		);
	if (mock.state !== "ended")
		return (
			<div className="grid justify-items-start gap-4">
				<p>This interview is still going on; there is no report before its end.</p>
				<Link href="/mock" className={buttonClass()}>
					Go on with it
				</Link>
			</div>
		);
	return <Report mock={mock} />;
}

function Report({ mock }: { mock: Mock }) {
	const { state } = useQuestions(mock.questions);
	if (state.state === "failed") return <p role="alert">{state.message}</p>;
	if (state.state === "loading") return null;
	const questions = mock.questions.flatMap((id) => state.questions.get(id) ?? []);
	const right = questions.filter(({ id }) => mock.graded.get(id)?.outcome === "right").length;
	const toAssess = questions.filter((question) => needsAssessment(mock, question)).length;
	return (
		<div className="grid gap-12">
			<div>
				<p className="text-lg">
					{right} of {questions.length} right in {duration(mock.elapsedMs)}.
				</p>
				{toAssess > 0 && (
					<p className="mt-1 text-ink-muted">
						{many(toAssess, "short answer")} below {toAssess === 1 ? "waits" : "wait"} to be held against the
						model.
					</p>
				)}
			</div>
			<ByTopic mock={mock} questions={questions} />
			<section aria-labelledby="each" className="grid min-w-0 gap-3">
				<h2 id="each" className="font-semibold text-lg tracking-tight">
					Question by question
				</h2>
				{questions.map((question, index) => (
					<One key={question.id} mock={mock} question={question} number={index + 1} />
				))}
			</section>
			<div className="flex flex-wrap gap-2 print:hidden">
				<Link href="/mock" className={`${buttonClass({ variant: "primary" })} hover:bg-accent/88`}>
					Another interview
				</Link>
				<Link href="/quiz/wrong" className={buttonClass()}>
					Wrong answers
				</Link>
			</div>
		</div>
	);
}

function needsAssessment(mock: Mock, question: ShownQuestion): question is TextQuestion {
	return question.kind === "shortAnswer" && mock.answers.has(question.id) && !mock.graded.has(question.id);
}

function ByTopic({ mock, questions }: { mock: Mock; questions: readonly ShownQuestion[] }) {
	return (
		<section aria-labelledby="by-topic">
			<h2 id="by-topic" className="mb-3 font-semibold text-lg tracking-tight">
				By topic
			</h2>
			<ul className="grid gap-3">
				{quizParts.map(({ name, title }) => {
					const asked = questions.filter(({ part }) => part === name);
					if (asked.length === 0) return null;
					const missed = asked.filter(({ id }) => mock.graded.get(id)?.outcome !== "right");
					const time = asked.reduce((sum, { id }) => sum + (mock.timeBy.get(id) ?? 0), 0);
					const lessons = [...new Set(missed.flatMap(({ id }) => QUESTIONS_BY_ID.get(id)?.lessons ?? []))];
					return (
						<li key={name} className="rounded-lg border border-border bg-surface px-4 py-3">
							<p className="flex flex-wrap justify-between gap-x-4">
								<span className="font-medium">{title}</span>
								<span className="text-ink-muted text-sm tabular-nums">
									{asked.length - missed.length} of {asked.length} right, {duration(time)}
								</span>
							</p>
							{missed.length > 0 && (
								<div className="mt-2">
									<ReadNext lessons={lessons} words="Read next" />
								</div>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function One({ mock, question, number }: { mock: Mock; question: ShownQuestion; number: number }) {
	const graded = mock.graded.get(question.id);
	const given = mock.answers.get(question.id);
	const assess = needsAssessment(mock, question);
	const words = graded ? OUTCOMES[graded.outcome] : null;
	return (
		<details className="min-w-0 rounded-lg border border-border bg-surface" open={assess}>
			<summary className="cursor-pointer px-4 py-3">
				<span className="inline-flex w-[calc(100%-1.25rem)] flex-wrap items-center gap-x-3 gap-y-1 align-top leading-snug">
					<span className="min-w-0 flex-1 basis-60">
						{number}. <Rich text={question.ask} />
					</span>
					<Badge tone={words?.tone ?? "neutral"}>
						{words?.words ?? (assess ? "To assess" : "Not answered")}
					</Badge>
					<span className="text-ink-muted text-xs tabular-nums">
						{duration(mock.timeBy.get(question.id) ?? 0)}
					</span>
				</span>
			</summary>
			<div className="grid min-w-0 gap-5 border-border border-t px-4 py-5">
				<QuestionHead question={question} />
				{assess && given?.answer.of === "text" ? (
					<Assess
						question={question}
						text={given.answer.text}
						onDone={(ticked) => {
							const answer = {
								of: "text" as const,
								text: given.answer.of === "text" ? given.answer.text : "",
								ticked,
							};
							void progressKeeper().record({
								type: "question-answered",
								question: question.id,
								mode: "mock",
								mock: mock.id,
								outcome: grade(question, answer),
								guessed: given.guessed,
								ms: Math.round(mock.timeBy.get(question.id) ?? 0),
								answer,
							});
						}}
					/>
				) : (
					<>
						<Explanation question={question} answer={graded?.answer ?? given?.answer ?? null} />
						<ReadNext lessons={question.lessons} />
					</>
				)}
			</div>
		</details>
	);
}
