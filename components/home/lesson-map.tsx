"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { StatusIcon } from "@/components/checks/status-icon";
import { useProgress } from "@/components/progress/use-progress";
import { Tally } from "@/components/ui/tally";
import type { LessonSummary } from "@/lib/lessons/types";
import type { LessonProgress, Progress } from "@/lib/progress/fold";

export interface MapLesson extends LessonSummary {
	/** Ids of its checks. */
	checks: string[];
}

export interface MapPart {
	name: string;
	title: string;
	summary: string;
	lessons: MapLesson[];
}

/** Every lesson by part, with what the learner has done. The server shows it without progress. */
export function LessonMap({ parts }: { parts: MapPart[] }) {
	const state = useProgress();
	const progress = state.state === "loading" ? null : state.progress;
	return (
		<section aria-labelledby="map" className="grid gap-14">
			<h2 id="map" className="sr-only">
				Lesson map
			</h2>
			{parts.map((part, index) => (
				<Part key={part.name} part={part} number={index + 1} progress={progress} />
			))}
		</section>
	);
}

function Part({ part, number, progress }: { part: MapPart; number: number; progress: Progress | null }) {
	const done = part.lessons.filter(({ slug }) => progress?.lessons[slug]?.completedAt != null).length;
	return (
		<section aria-labelledby={`part-${part.name}`} className="grid gap-x-10 gap-y-5 lg:grid-cols-[15rem_1fr]">
			<header>
				<p className="eyebrow">
					Part {number} · {done}/{part.lessons.length} done
				</p>
				<h3 id={`part-${part.name}`} className="mt-1.5 font-semibold text-lg tracking-tight">
					{part.title}
				</h3>
				<p className="mt-1 max-w-prose text-pretty text-ink-muted text-sm">{part.summary}</p>
			</header>
			<ol className="self-start overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
				{part.lessons.map((lesson) => (
					<LessonRow key={lesson.slug} lesson={lesson} progress={progress?.lessons[lesson.slug] ?? null} />
				))}
			</ol>
		</section>
	);
}

function LessonRow({ lesson, progress }: { lesson: MapLesson; progress: LessonProgress | null }) {
	const passed = lesson.checks.filter((id) => progress !== null && Object.hasOwn(progress.passed, id)).length;
	const done = progress?.completedAt != null;
	return (
		<li className="border-border border-b last:border-b-0">
			<Link
				href={`/lessons/${lesson.slug}`}
				className="group grid grid-cols-[auto_1fr_auto] items-start gap-x-3.5 px-4 py-4 transition-colors hover:bg-surface-2/60 focus-visible:-outline-offset-2 sm:px-5"
			>
				<StatusIcon status={done ? "pass" : "not-run"} className="mt-0.5" />
				<span className="min-w-0">
					<span className="block font-medium leading-snug">{lesson.title}</span>
					<span className="mt-0.5 block text-pretty text-ink-muted text-sm leading-snug">
						{lesson.summary}
					</span>
					<span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs tabular-nums">
						<span>{lesson.minutes} min</span>
						{lesson.checks.length > 0 && (
							<span className="flex items-center gap-2">
								<Tally marks={lesson.checks.map((_, index) => (index < passed ? "pass" : "none"))} />
								{passed}/{lesson.checks.length} checks
							</span>
						)}
						{done && <span className="sr-only">Completed</span>}
					</span>
				</span>
				<ChevronRight
					aria-hidden="true"
					className="mt-0.5 size-4.5 text-border-strong transition-transform group-hover:translate-x-0.5 group-hover:text-ink"
				/>
			</Link>
		</li>
	);
}
