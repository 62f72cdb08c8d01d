"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useProgress } from "@/components/progress/use-progress";
import { buttonClass } from "@/components/ui/button";
import type { LessonSummary } from "@/lib/lessons/types";
import type { Progress } from "@/lib/progress/fold";

/** The one way onward: where the learner was, the lesson after a finished one, or the first. */
export function ContinueCard({ lessons }: { lessons: LessonSummary[] }) {
	const state = useProgress();
	const onward = chooseOnward(lessons, state.state === "loading" ? null : state.progress);
	if (onward === null) return null;
	const { lesson, words } = onward;
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-3">
			<Link
				href={`/lessons/${lesson.slug}`}
				className={`${buttonClass({ variant: "primary" })} !h-11 !px-5 !text-[0.9375rem] hover:bg-accent/88`}
			>
				{words}
				<ArrowRight aria-hidden="true" />
			</Link>
			<p className="min-w-0 text-ink-muted text-sm leading-snug">
				<span className="block font-medium text-ink">{lesson.title}</span>
				{lesson.partTitle} · {lesson.minutes} min
			</p>
		</div>
	);
}

/** Which lesson to offer, and in which words. `null` only without lessons. */
export function chooseOnward<L extends Pick<LessonSummary, "slug">>(
	lessons: L[],
	progress: Progress | null,
): { lesson: L; words: string } | null {
	const first = lessons[0];
	if (!first) return null;
	const last = lessons.findIndex(({ slug }) => slug === progress?.lastLesson);
	const lesson = lessons[last];
	if (!lesson || progress === null) return { lesson: first, words: "Start the first lesson" };
	const isOpen = ({ slug }: L) => progress.lessons[slug]?.completedAt == null;
	if (isOpen(lesson)) return { lesson, words: "Continue where you were" };
	const next = lessons.slice(last + 1).find(isOpen) ?? lessons.find(isOpen);
	return next
		? { lesson: next, words: "Next lesson" }
		: { lesson: first, words: "All done. Go through again" };
}
