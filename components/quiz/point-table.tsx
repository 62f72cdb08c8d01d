import { quizQuestions } from "@generated/quiz";
import { SYLLABUS } from "@/lib/lessons/syllabus";
import type { QuizCard } from "@/lib/quiz/cards";
import { groupBy, masteryOf } from "@/lib/quiz/mastery";
import { MasteryBar } from "./mastery-bar";

const BY_POINT = groupBy(quizQuestions, ({ points }) => points);

/** Mastery of every point that has questions, by area. */
export function PointTable({ cards, now }: { cards: ReadonlyMap<string, QuizCard>; now: number }) {
	return (
		<section aria-labelledby="points">
			<h2 id="points" className="mb-1 font-semibold text-lg tracking-tight">
				By point
			</h2>
			<p className="mb-3 max-w-prose text-ink-muted text-sm">
				Known means answered right on two different days, without guessing, and not likely to be forgotten by
				now.
			</p>
			<div className="grid gap-2">
				{SYLLABUS.map(({ letter, title, points }) => {
					const asked = points.filter(({ id }) => BY_POINT.has(id));
					if (asked.length === 0) return null;
					const all = quizQuestions.filter((question) => question.points.some((id) => id.startsWith(letter)));
					return (
						<details key={letter} className="rounded-lg border border-border bg-surface px-4 py-3">
							<summary className="cursor-pointer">
								<span className="inline-flex flex-wrap items-center gap-x-4 gap-y-1 align-middle">
									<span className="font-medium">{title}</span>
									<MasteryBar mastery={masteryOf(all, cards, now)} of={title} />
								</span>
							</summary>
							<ul className="mt-3 grid gap-2">
								{asked.map(({ id, title: point }) => (
									<li
										key={id}
										className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm"
									>
										<span>
											<span className="mr-2 font-mono text-ink-muted text-xs">{id}</span>
											{point}
										</span>
										<MasteryBar mastery={masteryOf(BY_POINT.get(id) ?? [], cards, now)} of={point} />
									</li>
								))}
							</ul>
						</details>
					);
				})}
			</div>
		</section>
	);
}
