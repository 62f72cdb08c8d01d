import { quizQuestions } from "@generated/quiz";
import { ArrowLeft, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { LessonContent, LessonSummary } from "@/lib/lessons/types";

/** The text of a lesson with its title above and the ways onward below. Server-rendered. */
export function LessonProse({ lesson, children }: { lesson: LessonContent; children: ReactNode }) {
	const { meta, partTitle, previous, next } = lesson;
	const questions = quizQuestions.filter(
		({ id, kind }) => kind !== "fixTheCode" && id.startsWith(`${lesson.slug}#`),
	).length;
	return (
		<article className="prose">
			<header>
				<p className="eyebrow mb-3">
					{partTitle} · {meta.minutes} min
				</p>
				<h1>{meta.title}</h1>
				<p className="lead">{meta.summary}</p>
			</header>
			{children}
			<footer className="!mt-14 grid gap-8 border-border border-t pt-6 text-sm">
				<div className="reading">
					<h2 className="!mt-0 !text-sm">Read on</h2>
					<ul className="mt-1.5 grid gap-1">
						{meta.reading.map(({ title, href }) => (
							<li key={href} className="!mt-0">
								<a href={href} target="_blank" rel="noreferrer">
									{title.slice(0, lastWord(title))}
									<span className="whitespace-nowrap">
										{title.slice(lastWord(title))}
										<ArrowUpRight aria-hidden="true" className="ml-0.5 inline size-3.5" />
									</span>
								</a>
							</li>
						))}
					</ul>
				</div>
				{questions > 0 && (
					<p>
						<Link href={`/quiz/${lesson.slug.split("/")[0]}?lesson=${lesson.slug}`}>
							{questions === 1 ? "A question" : `${questions} questions`} on this lesson
						</Link>
						, to see what has stuck.
					</p>
				)}
				<nav aria-label="Before and after" className="grid grid-cols-2 gap-3">
					{previous ? <Neighbour lesson={previous} back /> : <span />}
					{next && <Neighbour lesson={next} />}
				</nav>
			</footer>
		</article>
	);
}

/** Where the last word begins: the arrow behind it must not stand on a line of its own. */
const lastWord = (title: string) => title.lastIndexOf(" ") + 1;

function Neighbour({ lesson, back = false }: { lesson: LessonSummary; back?: boolean }) {
	return (
		<Link
			href={`/lessons/${lesson.slug}`}
			className={`grid gap-0.5 rounded-lg border border-border bg-surface p-3.5 leading-snug transition-colors hover:border-border-strong ${back ? "" : "text-right"}`}
		>
			<span className={`flex items-center gap-1 text-ink-muted text-xs ${back ? "" : "justify-end"}`}>
				{back && <ArrowLeft aria-hidden="true" className="size-3" />}
				{back ? "Before" : "Next"}
				{!back && <ArrowRight aria-hidden="true" className="size-3" />}
			</span>
			<span className="font-medium">{lesson.title}</span>
		</Link>
	);
}
