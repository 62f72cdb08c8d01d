"use client";

import { ArrowLeft, ArrowRight, Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { progressKeeper } from "@/lib/progress/store";
import { emptyAnswer, isAnswered } from "@/lib/quiz/answer";
import type { Answer } from "@/lib/quiz/contract";
import type { Mock, MockAnswer } from "@/lib/quiz/mock";
import type { ShownQuestion } from "@/lib/quiz/types";
import { AnswerInput } from "../answer-input";
import { QuestionHead } from "../question-head";
import { useQuestions } from "../use-questions";
import { duration } from "../words";
import { factsOfEnd } from "./end";

/** A mock interview that is going on. Nothing is said about an answer before the end. */
export function MockRun({ mock }: { mock: Mock }) {
	const router = useRouter();
	const { state } = useQuestions(mock.questions);
	const ending = useRef(false);
	const ready = state.state === "ready" ? state.questions : null;
	const end = async () => {
		if (ready === null || ending.current) return;
		ending.current = true;
		await progressKeeper().record(...factsOfEnd(mock, ready));
		router.push(`/mock/report?mock=${mock.id}`);
	};
	const outOfTime = mock.state === "out-of-time" && ready !== null;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when time is up
	useEffect(() => {
		if (outOfTime) void end();
	}, [outOfTime]);
	if (state.state === "failed") return <p role="alert">{state.message}</p>;
	if (ready === null || outOfTime) return null;
	if (mock.state === "paused") return <Paused mock={mock} />;
	const list = mock.questions.filter((id) => ready.has(id));
	const question = ready.get(mock.current) ?? ready.get(list[0] ?? "");
	if (!question) return <Gone mock={mock} />;
	return (
		<div className="grid min-w-0 gap-6">
			<Bar mock={mock} />
			<MockQuestion
				key={question.id}
				mock={mock}
				question={question}
				kept={mock.answers.get(question.id) ?? null}
				place={list.indexOf(question.id)}
				list={list}
				onEnd={end}
			/>
		</div>
	);
}

/** The clock, and a way to stop it. The minutes left are said aloud rarely, not every second. */
function Bar({ mock }: { mock: Mock }) {
	const left = Math.max(0, mock.limitMs - mock.elapsedMs);
	const minutes = Math.ceil(left / 60_000);
	return (
		<div className="flex items-center justify-between gap-4 border-border border-b pb-3">
			<p className="text-sm tabular-nums">
				<span aria-hidden="true" className={cx("font-mono", left < 120_000 && "text-warn")}>
					{clock(left)}
				</span>
				<span className="sr-only">{`Time left: about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`}</span>
				<span role="status" className="sr-only">
					{[10, 5, 2, 1].includes(minutes) ? `${minutes} minutes left` : ""}
				</span>
			</p>
			<Button size="sm" onClick={() => void progressKeeper().record({ type: "mock-paused", mock: mock.id })}>
				<Pause aria-hidden="true" />
				Pause
			</Button>
		</div>
	);
}

function clock(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function Paused({ mock }: { mock: Mock }) {
	return (
		<section aria-labelledby="paused" className="grid justify-items-start gap-4">
			<h2 id="paused" className="font-semibold text-xl tracking-tight">
				Paused
			</h2>
			<p className="text-ink-muted">
				{duration(mock.limitMs - mock.elapsedMs)} left, {mock.answers.size} of {mock.questions.length}{" "}
				answered. The clock stands still, also when this page is closed.
			</p>
			<Button
				variant="primary"
				onClick={() => void progressKeeper().record({ type: "mock-resumed", mock: mock.id })}
			>
				<Play aria-hidden="true" />
				Go on
			</Button>
		</section>
	);
}

function Gone({ mock }: { mock: Mock }) {
	return (
		<div className="grid justify-items-start gap-3">
			<p>The questions of this interview are no longer part of the playground. What you answered is kept.</p>
			<Button onClick={() => void progressKeeper().record({ type: "mock-ended", mock: mock.id })}>
				Close this interview
			</Button>
		</div>
	);
}

/** Milliseconds after the last change until an answer is written down. */
const KEEP_AFTER = 400;

function MockQuestion({
	mock,
	question,
	kept,
	place,
	list,
	onEnd,
}: {
	mock: Mock;
	question: ShownQuestion;
	kept: MockAnswer | null;
	place: number;
	list: readonly string[];
	onEnd: () => void;
}) {
	const seed = `${mock.id}/${question.id}`;
	const [answer, setAnswer] = useState<Answer>(() => kept?.answer ?? emptyAnswer(question, seed));
	const [guessed, setGuessed] = useState(kept?.guessed ?? false);
	const pending = useRef<(() => Promise<void>) | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const [confirming, setConfirming] = useState(false);
	const heading = useRef<HTMLDivElement>(null);
	useEffect(() => heading.current?.focus(), []);

	const flush = async () => {
		clearTimeout(timer.current);
		const write = pending.current;
		pending.current = null;
		await write?.();
	};
	// Paused in the middle of a word: what was typed is kept all the same.
	const keepRest = useRef(flush);
	useEffect(() => () => void keepRest.current(), []);
	const change = (next: Answer, guess: boolean) => {
		setAnswer(next);
		setGuessed(guess);
		pending.current = () =>
			progressKeeper().record({
				type: "mock-answered",
				mock: mock.id,
				question: question.id,
				answer: next,
				guessed: guess,
			});
		clearTimeout(timer.current);
		// Text is written down when typing rests, a choice at once.
		if (next.of === "text") timer.current = setTimeout(() => void flush(), KEEP_AFTER);
		else void flush();
	};
	const goTo = async (id: string) => {
		await flush();
		await progressKeeper().record({ type: "mock-shown", mock: mock.id, question: id });
	};
	const previous = list[place - 1];
	const next = list[place + 1];
	const open = list.filter((id) => {
		const given = id === question.id ? answer : mock.answers.get(id)?.answer;
		return given === undefined || !isAnswered(given);
	}).length;
	return (
		<div className="grid min-w-0 gap-6">
			<div ref={heading} tabIndex={-1} className="grid gap-4 focus:outline-none">
				<p className="text-ink-muted text-sm tabular-nums">
					Question {place + 1} of {list.length}
				</p>
				<QuestionHead question={question} withCode={question.kind !== "spotBug"} />
			</div>
			<AnswerInput
				question={question}
				answer={answer}
				seed={seed}
				onChange={(changed) => change(changed, guessed)}
			/>
			<label className="flex cursor-pointer items-center gap-2 justify-self-start text-ink-muted text-sm">
				<input
					type="checkbox"
					checked={guessed}
					onChange={({ target }) => change(answer, target.checked)}
					className="size-4 accent-(--accent)"
				/>
				I am guessing
			</label>
			<div className="flex flex-wrap items-center gap-2">
				<Button
					disabled={previous === undefined}
					onClick={() => previous !== undefined && void goTo(previous)}
				>
					<ArrowLeft aria-hidden="true" />
					Previous
				</Button>
				{next !== undefined && (
					<Button variant="primary" onClick={() => void goTo(next)}>
						Next
						<ArrowRight aria-hidden="true" />
					</Button>
				)}
				<Button
					variant={next === undefined ? "primary" : "quiet"}
					className="ml-auto"
					onClick={async () => {
						await flush();
						if (open > 0 && !confirming) setConfirming(true);
						else onEnd();
					}}
				>
					End the interview
				</Button>
			</div>
			<p role="alert" className="text-sm text-warn">
				{confirming
					? `${open} of ${list.length} are still open. Press “End the interview” again to end it all the same.`
					: ""}
			</p>
		</div>
	);
}
