"use client";

import { quizQuestions } from "@generated/quiz";
import Link from "next/link";
import { useId, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { progressKeeper } from "@/lib/progress/store";
import { dueAt } from "@/lib/quiz/cards";
import { dueQuestions } from "@/lib/quiz/choose";
import { QuestionRun } from "./question-run";
import { QUESTIONS_BY_ID, type QuizView, useQuiz } from "./use-quiz";
import { dueWords, many } from "./words";

/** What is due now, one after another; and when the rest comes round. */
export function Review() {
	const quiz = useQuiz();
	const [started, setStarted] = useState<string[] | null>(null);
	if (!quiz.loaded) return null;
	if (started)
		return (
			<QuestionRun
				key={started.join()}
				ids={started}
				mode="review"
				onAgain={() => setStarted(null)}
				againWords="Back to the review"
			/>
		);
	const due = dueQuestions(quizQuestions, quiz.cards, quiz.asked, quiz.interview.at, quiz.now);
	return (
		<div className="grid gap-10">
			<section aria-labelledby="due" className="grid justify-items-start gap-3">
				<h2 id="due" className="font-semibold text-lg tracking-tight">
					{due.length === 0 ? "Nothing is due now" : `${many(due.length, "question")} due now`}
				</h2>
				{due.length > 0 ? (
					<Button variant="primary" onClick={() => setStarted(due)}>
						Start the review
					</Button>
				) : (
					<>
						<p className="max-w-prose text-ink-muted">{nothingDue(quiz)}</p>
						<Link href="/quiz" className={buttonClass()}>
							Practise something new
						</Link>
					</>
				)}
			</section>
			<InterviewDate date={quiz.interview.date} />
		</div>
	);
}

function nothingDue({ cards, interview, now }: QuizView): string {
	const next = [...cards.values()]
		.filter(({ question }) => QUESTIONS_BY_ID.has(question))
		.map((card) => dueAt(card, interview.at, now))
		.sort((a, b) => a - b)[0];
	return next === undefined
		? "Questions come here once you have answered them for the first time, at the moment when you are about to forget them."
		: `The next question comes round ${dueWords(next, now)}.`;
}

function InterviewDate({ date }: { date: string | null }) {
	const id = useId();
	// While a date is typed the year grows digit by digit; it is written down when it is a year of ours.
	const [typed, setTyped] = useState<string | null>(null);
	const set = (next: string | null) => {
		if (next !== date) void progressKeeper().record({ type: "interview-date-set", date: next });
	};
	return (
		<section aria-labelledby={`${id}-title`} className="grid justify-items-start gap-2.5">
			<h2 id={`${id}-title`} className="font-semibold text-lg tracking-tight">
				Your interview
			</h2>
			<p id={`${id}-help`} className="max-w-prose text-ink-muted text-sm">
				With a date set, everything you have learnt comes round again before it, and nothing is put off until
				after.
			</p>
			<div className="flex flex-wrap items-center gap-2.5">
				<label htmlFor={id} className="text-sm">
					Date
				</label>
				<input
					id={id}
					type="date"
					aria-describedby={`${id}-help`}
					value={typed ?? date ?? ""}
					onChange={({ target }) => {
						setTyped(target.value);
						if (target.value >= "2000") set(target.value);
					}}
					onBlur={() => setTyped(null)}
					className="h-9 rounded-md border border-border-strong bg-surface px-3 text-sm"
				/>
				{date !== null && (
					<Button
						variant="quiet"
						onClick={() => {
							setTyped(null);
							set(null);
						}}
					>
						No date
					</Button>
				)}
			</div>
		</section>
	);
}
