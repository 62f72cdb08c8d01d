"use client";

import { quizParts, quizQuestions } from "@generated/quiz";
import { ChevronRight, Printer } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { wrongAnswers } from "@/lib/quiz/choose";
import { masteryOf } from "@/lib/quiz/mastery";
import { AnkiExport } from "./anki-export";
import { kataHref } from "./kata-link";
import { MasteryBar } from "./mastery-bar";
import { PointTable } from "./point-table";
import { useQuiz } from "./use-quiz";
import { many } from "./words";

/** Everything there is to practise, by topic. */
export function Topics() {
	const { cards, now, loaded } = useQuiz();
	const wrong = loaded ? wrongAnswers(quizQuestions, cards).length : 0;
	const katas = quizQuestions.filter(({ kind }) => kind === "fixTheCode");
	return (
		<div className="grid gap-12">
			<section aria-labelledby="topics">
				<h2 id="topics" className="mb-3 font-semibold text-lg tracking-tight">
					By topic
				</h2>
				<ul className="overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
					{quizParts.map(({ name, title }) => {
						const questions = quizQuestions.filter(({ part }) => part === name);
						const mastery = masteryOf(questions, cards, now);
						return (
							<li key={name} className="border-border border-b last:border-b-0">
								<Link href={`/quiz/${name}`} className={ROW}>
									<span className="min-w-0 flex-1">
										<span className="block font-medium leading-snug">{title}</span>
										<span className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-muted text-xs">
											{many(questions.length, "question")}, {mastery.answered} seen
											<MasteryBar mastery={mastery} of={title} />
										</span>
									</span>
									<ChevronRight aria-hidden="true" className="size-4.5 shrink-0 text-border-strong" />
								</Link>
							</li>
						);
					})}
				</ul>
			</section>
			<section aria-labelledby="shelf">
				<h2 id="shelf" className="mb-1 font-semibold text-lg tracking-tight">
					Wrong answers
				</h2>
				<p className="mb-3 text-ink-muted text-sm">
					{wrong === 0
						? "Nothing stands here. What you get wrong is put on this shelf until you get it right."
						: `${many(wrong, "question")} whose last answer was not right.`}
				</p>
				{wrong > 0 && (
					<Link href="/quiz/wrong" className={buttonClass()}>
						Take them from the shelf
					</Link>
				)}
			</section>
			{katas.length > 0 && (
				<section aria-labelledby="katas">
					<h2 id="katas" className="mb-1 font-semibold text-lg tracking-tight">
						Katas
					</h2>
					<p className="mb-3 text-ink-muted text-sm">
						A broken app in the sandbox, for you to mend. Each attempt begins on a blank slate.
					</p>
					<ul className="overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
						{katas.map(({ id, level }) => (
							<li key={id} className="border-border border-b last:border-b-0">
								<Link href={kataHref(id)} className={ROW}>
									<span className="min-w-0 flex-1">
										<span className="block font-medium leading-snug">{kataName(id)}</span>
										<span className="mt-1 block text-ink-muted text-xs">
											level {level}
											{cards.get(id)?.last.outcome === "right" ? " · solved" : ""}
										</span>
									</span>
									<ChevronRight aria-hidden="true" className="size-4.5 shrink-0 text-border-strong" />
								</Link>
							</li>
						))}
					</ul>
				</section>
			)}
			<PointTable cards={cards} now={now} />
			<section aria-labelledby="take-along">
				<h2 id="take-along" className="mb-1 font-semibold text-lg tracking-tight">
					To take along
				</h2>
				<p className="mb-3 text-ink-muted text-sm">
					One page to print for the evening before, and every question as cards for Anki.
				</p>
				<div className="flex flex-wrap gap-2">
					<Link href="/summary" className={buttonClass()}>
						<Printer aria-hidden="true" />
						One-page summary
					</Link>
					<AnkiExport />
				</div>
			</section>
		</div>
	);
}

const ROW =
	"flex items-center gap-3.5 px-4 py-4 transition-colors hover:bg-surface-2/60 focus-visible:-outline-offset-2 sm:px-5";

/** `part/lesson#stored-but-not-shown` → `Stored but not shown` */
function kataName(id: string): string {
	const words = (id.split("#")[1] ?? id).replaceAll("-", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
