import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { StatusIcon } from "./status-icon";

const LINK = `${buttonClass({ variant: "primary" })} max-w-full hover:bg-accent/88`;

/** The calm moment after the last check turns green. */
export function Completion({ total, next }: { total: number; next: { slug: string; title: string } | null }) {
	return (
		<section
			aria-label="Lesson complete"
			className="m-3 animate-rise rounded-lg border border-pass/30 bg-pass/[0.06] p-4"
		>
			<div className="flex items-center gap-2.5">
				<StatusIcon status="pass" />
				<h2 className="font-semibold text-sm tracking-tight">
					{total === 1 ? "The check passes." : `All ${total} checks pass.`}
				</h2>
			</div>
			<p className="mt-1.5 text-[0.8125rem] text-ink-muted leading-relaxed">
				Your app does what this lesson is about. Compare it with the solution if you like: there is more than
				one right way.
			</p>
			<div className="mt-3.5">
				{next ? (
					<Link href={`/lessons/${next.slug}`} className={LINK}>
						<span className="truncate">Next: {next.title}</span>
						<ArrowRight aria-hidden="true" className="shrink-0" />
					</Link>
				) : (
					<Link href="/" className={LINK}>
						<span className="truncate">That was the last lesson: to the map</span>
					</Link>
				)}
			</div>
		</section>
	);
}
