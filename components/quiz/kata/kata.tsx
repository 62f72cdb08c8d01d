"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import type { CheckBrief } from "@/components/lesson/lesson-context";
import { LessonWorkspace } from "@/components/lesson/lesson-workspace";
import { Button, buttonClass } from "@/components/ui/button";
import type { LessonContent } from "@/lib/lessons/types";
import type { Playground } from "@/lib/playground/types";
import { progressKeeper } from "@/lib/progress/store";
import { isSolved } from "@/lib/quiz/kata";
import type { KataQuestion } from "@/lib/quiz/types";
import { randomId } from "@/lib/util/random-id";
import { Explanation } from "../explanation";
import { ReadNext } from "../read-next";
import { Rich } from "../rich";

/** A kata in the sandbox. Each attempt has a workspace of its own; a reload goes on with it, a solved one is over. */
export function Kata({
	question,
	lesson,
	briefs,
	nextVersion,
}: {
	question: KataQuestion;
	lesson: LessonContent;
	briefs: CheckBrief[];
	nextVersion: string;
}) {
	const key = `playground.kata.${question.id}`;
	const [attempt, setAttempt] = useState<string | null>(null);
	const [ended, setEnded] = useState<"solved" | "given-up" | null>(null);
	useEffect(() => setAttempt(currentAttempt(key)), [key]);

	const end = (how: "solved" | "given-up", ms: number) => {
		if (ended !== null) return;
		setEnded(how);
		sessionStorage.removeItem(key);
		void progressKeeper().record({
			type: "question-answered",
			question: question.id,
			mode: "practice",
			outcome: how === "solved" ? "right" : "wrong",
			guessed: false,
			ms,
			answer: { of: "kata", solved: how === "solved" },
		});
	};
	const again = () => {
		sessionStorage.removeItem(key);
		setEnded(null);
		setAttempt(currentAttempt(key));
	};
	if (attempt === null) return null;
	return (
		<LessonWorkspace
			key={attempt}
			lesson={{ ...lesson, slug: `${lesson.slug}#${attempt}` }}
			briefs={briefs}
			claims={[]}
			nextVersion={nextVersion}
			recorder={(playground) => (
				<KataRecorder checks={question.checks} playground={playground} onSolved={(ms) => end("solved", ms)} />
			)}
		>
			<article className="prose">
				<p className="eyebrow">Kata · level {question.level}</p>
				<h1>
					<Rich text={question.ask} />
				</h1>
				<p>It is mended when {question.checks.length === 1 ? "this check passes" : "these checks pass"}:</p>
				<ul>
					{briefs
						.filter(({ id }) => question.checks.includes(id))
						.map(({ id, title }) => (
							<li key={id}>{title}</li>
						))}
				</ul>
				<div role="status" className="grid gap-4">
					{ended !== null && (
						<>
							<h2>{ended === "solved" ? "Mended." : "What was wrong"}</h2>
							<Explanation question={question} answer={null} />
							<ReadNext lessons={question.lessons} />
						</>
					)}
				</div>
				<div className="flex flex-wrap gap-2">
					<Button onClick={again}>Begin again on a blank slate</Button>
					{ended === null && (
						<Button variant="quiet" onClick={() => end("given-up", 0)}>
							Give up and see why
						</Button>
					)}
					<Link
						href="/quiz"
						className={`${buttonClass({ variant: "quiet" })} hover:bg-surface-2 hover:text-ink`}
					>
						All questions
					</Link>
				</div>
			</article>
		</LessonWorkspace>
	);
}

function currentAttempt(key: string): string {
	const kept = sessionStorage.getItem(key);
	if (kept !== null) return kept;
	const fresh = randomId();
	sessionStorage.setItem(key, fresh);
	return fresh;
}

/** Watches the checks and says once when those of the kata are green. Shows nothing. */
function KataRecorder({
	checks,
	playground,
	onSolved,
}: {
	checks: readonly string[];
	playground: Playground | null;
	onSolved: (ms: number) => void;
}) {
	const startedAt = useRef(0);
	const solved = useRef(onSolved);
	useEffect(() => {
		solved.current = onSolved;
	});
	useEffect(() => {
		startedAt.current = Date.now();
	}, []);
	useEffect(() => {
		if (playground === null) return;
		return playground.checks.store.subscribe(({ results }) => {
			if (isSolved(checks, results)) solved.current(Date.now() - startedAt.current);
		});
	}, [checks, playground]);
	return null;
}
