"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { countPassed, tallyMark, viewChecks } from "@/components/checks/status";
import { SandboxPill } from "@/components/sandbox/sandbox-pill";
import { buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Mark } from "@/components/ui/mark";
import { Tally } from "@/components/ui/tally";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Tooltip } from "@/components/ui/tooltip";
import type { LessonContent, LessonSummary } from "@/lib/lessons/types";
import { useChecks, useLesson } from "./lesson-context";

export function LessonHeader({ lesson }: { lesson: LessonContent }) {
	const { playground } = useLesson();
	return (
		<header className="flex h-12 shrink-0 items-center gap-3 border-border border-b bg-bg px-3">
			<Tooltip content="Lesson map">
				<Link href="/" aria-label="Lesson map" className="shrink-0 rounded-md">
					<Mark className="size-6" />
				</Link>
			</Tooltip>
			<div className="flex min-w-0 flex-1 items-baseline gap-2">
				<span className="shrink-0 text-[0.8125rem] text-ink-muted max-[1100px]:hidden">
					{lesson.partTitle}
				</span>
				<span aria-hidden="true" className="text-border-strong/70 max-[1100px]:hidden">
					/
				</span>
				<span className="truncate font-semibold text-sm tracking-tight">{lesson.meta.title}</span>
			</div>
			<HeaderTally />
			{playground && <SandboxPill playground={playground} />}
			<nav aria-label="Lessons" className="flex shrink-0 items-center max-[900px]:hidden">
				<Neighbour lesson={lesson.previous} words="Previous lesson" Icon={ChevronLeft} />
				<Neighbour lesson={lesson.next} words="Next lesson" Icon={ChevronRight} />
			</nav>
			<ThemeToggle />
		</header>
	);
}

function HeaderTally() {
	const { briefs, playground, sourceHash } = useLesson();
	const state = useChecks(playground?.checks ?? null, (whole) => whole);
	const views = viewChecks(briefs, state, sourceHash);
	if (views.length === 0) return null;
	return (
		<p className="flex shrink-0 items-center gap-2 text-ink-muted text-xs tabular-nums">
			<Tally marks={views.map(tallyMark)} />
			<span>
				{countPassed(views)}/{views.length}
				<span className="sr-only"> checks passed</span>
			</span>
		</p>
	);
}

function Neighbour({
	lesson,
	words,
	Icon,
}: {
	lesson: LessonSummary | null;
	words: string;
	Icon: typeof ChevronLeft;
}) {
	const look = buttonClass({ variant: "quiet", size: "sm", icon: true });
	if (lesson === null) {
		return (
			<span className={cx(look, "opacity-35")}>
				<Icon aria-hidden="true" />
				<span className="sr-only">No {words.toLowerCase()}</span>
			</span>
		);
	}
	return (
		<Tooltip content={`${words}: ${lesson.title}`}>
			<Link
				href={`/lessons/${lesson.slug}`}
				aria-label={`${words}: ${lesson.title}`}
				className={cx(look, "hover:bg-surface-2 hover:text-ink")}
			>
				<Icon aria-hidden="true" />
			</Link>
		</Tooltip>
	);
}
