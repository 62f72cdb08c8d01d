"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { progressKeeper } from "@/lib/progress/store";
import type { Outcome } from "@/lib/quiz/contract";
import { type Answered, OUTCOMES, QuestionCard } from "./question-card";
import { useQuestions } from "./use-questions";
import { many } from "./words";

/** Questions one after another, each explained at once. `ids` is taken as it is at the first render. */
export function QuestionRun({
	ids: given,
	mode,
	onAgain,
	againWords,
}: {
	ids: readonly string[];
	mode: "practice" | "review";
	/** Begins another run. */
	onAgain?: () => void;
	againWords?: string;
}) {
	const [ids] = useState(given);
	const [seed] = useState(() => String(Date.now()));
	const [index, setIndex] = useState(0);
	const [outcomes, setOutcomes] = useState<Outcome[]>([]);
	const { state, retry } = useQuestions(ids);
	if (state.state === "loading")
		return (
			<p className="flex items-center gap-2 text-ink-muted">
				<Spinner /> Loading the questions
			</p>
		);
	if (state.state === "failed")
		return (
			<div role="alert" className="grid justify-items-start gap-3">
				<p>{state.message}</p>
				<Button onClick={retry}>Try again</Button>
			</div>
		);
	const list = ids.flatMap((id) => state.questions.get(id) ?? []);
	const question = list[index];
	if (!question) return <Done outcomes={outcomes} onAgain={onAgain} againWords={againWords} />;
	const record = ({ answer, outcome, guessed, ms }: Answered) => {
		setOutcomes([...outcomes, outcome]);
		void progressKeeper().record({
			type: "question-answered",
			question: question.id,
			mode,
			outcome,
			guessed,
			ms: Math.round(ms),
			answer,
		});
	};
	return (
		<div className="grid min-w-0 gap-5">
			<p className="text-ink-muted text-sm tabular-nums">
				Question {index + 1} of {list.length}
			</p>
			<QuestionCard
				key={`${question.id} ${index}`}
				question={question}
				seed={`${seed}/${question.id}`}
				onAnswered={record}
				onNext={() => setIndex(index + 1)}
				nextWords={index + 1 < list.length ? "Next question" : "Finish"}
			/>
		</div>
	);
}

function Done({
	outcomes,
	onAgain,
	againWords,
}: {
	outcomes: Outcome[];
	onAgain?: () => void;
	againWords?: string;
}) {
	const counts = (["right", "partly", "wrong"] as const)
		.map((outcome) => ({ outcome, n: outcomes.filter((other) => other === outcome).length }))
		.filter(({ n }) => n > 0);
	return (
		<section aria-labelledby="run-done" className="grid justify-items-start gap-4">
			<h2 id="run-done" className="font-semibold text-xl tracking-tight">
				{many(outcomes.length, "question")} answered
			</h2>
			<p className="text-ink-muted">
				{counts.length === 0
					? "Nothing was answered this time."
					: `${counts.map(({ outcome, n }) => `${n} ${OUTCOMES[outcome].words.toLowerCase()}`).join(", ")}. What was not right comes back in the review.`}
			</p>
			<div className="flex flex-wrap gap-2">
				{onAgain && (
					<Button variant="primary" onClick={onAgain}>
						{againWords ?? "Go on"}
					</Button>
				)}
				<Link href="/quiz" className={buttonClass()}>
					All topics
				</Link>
			</div>
		</section>
	);
}
