import { quizLessons } from "@generated/quiz";
import { BookOpen } from "lucide-react";
import Link from "next/link";

/** Links to the lessons that teach what was asked. */
export function ReadNext({ lessons, words = "Read on it" }: { lessons: readonly string[]; words?: string }) {
	const links = quizLessons.filter(({ slug }) => lessons.includes(slug));
	if (links.length === 0) return null;
	return (
		<p className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
			<span className="flex items-center gap-1.5 text-ink-muted">
				<BookOpen aria-hidden="true" className="size-4" />
				{words}:
			</span>
			{links.map(({ slug, title }) => (
				<Link
					key={slug}
					href={`/lessons/${slug}`}
					className="text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-current"
				>
					{title}
				</Link>
			))}
		</p>
	);
}
