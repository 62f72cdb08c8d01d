"use client";

import { quizParts, quizQuestions } from "@generated/quiz";
import Link from "next/link";
import { MasteryBar } from "@/components/quiz/mastery-bar";
import { useQuiz } from "@/components/quiz/use-quiz";
import { many } from "@/components/quiz/words";
import { buttonClass } from "@/components/ui/button";
import { dueQuestions } from "@/lib/quiz/choose";
import { masteryOf } from "@/lib/quiz/mastery";

/** What is due today, and how well each part is known. Nothing until a question has been answered. */
export function QuizToday() {
	const { loaded, cards, asked, interview, now } = useQuiz();
	if (!loaded || cards.size + asked.size === 0) return null;
	const due = dueQuestions(quizQuestions, cards, asked, interview.at, now).length;
	const today = dueQuestions(quizQuestions, cards, asked, interview.at, endOfDay(now)).length;
	return (
		<section
			aria-labelledby="today"
			className="mb-14 grid gap-x-10 gap-y-5 rounded-xl border border-border bg-surface p-5 shadow-raised sm:p-6 lg:grid-cols-[15rem_1fr]"
		>
			<div className="grid content-start justify-items-start gap-3">
				<div>
					<h2 id="today" className="font-semibold text-lg tracking-tight">
						{today === 0 ? "Nothing is due today" : `${many(today, "question")} due today`}
					</h2>
					{due < today && (
						<p className="text-ink-muted text-sm">
							{due === 0 ? "None of them yet; they come round later." : `${due} of them now`}
						</p>
					)}
					{interview.date !== null && <p className="text-ink-muted text-sm">Interview on {interview.date}</p>}
				</div>
				<Link
					href={due === 0 ? "/quiz" : "/review"}
					className={`${buttonClass({ variant: due === 0 ? "outline" : "primary" })} ${due === 0 ? "hover:border-border-strong" : "hover:bg-accent/88"}`}
				>
					{due === 0 ? "Practise something new" : "Review now"}
				</Link>
			</div>
			<ul className="grid content-start gap-2 text-sm">
				{quizParts.map(({ name, title }) => (
					<li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-0.5">
						{title}
						<MasteryBar
							mastery={masteryOf(
								quizQuestions.filter(({ part }) => part === name),
								cards,
								now,
							)}
							of={title}
						/>
					</li>
				))}
			</ul>
		</section>
	);
}

/** The last moment of the day in which `now` is, in the local time zone. */
function endOfDay(now: number): number {
	return new Date(now).setHours(23, 59, 59, 999);
}
