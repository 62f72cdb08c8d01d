import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type Place, SiteHeader } from "@/components/ui/site-header";

/** A page of questions: header, title, content. `narrow` is for reading and answering. */
export function QuizPage({
	current,
	title,
	lead,
	narrow = false,
	children,
}: {
	current: Place | null;
	title: string;
	lead?: string;
	narrow?: boolean;
	children: ReactNode;
}) {
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8">
			<SiteHeader current={current} />
			<main className={cx("pt-6 pb-24 sm:pt-10", narrow && "mx-auto max-w-2xl")}>
				<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em]">{title}</h1>
				{lead !== undefined && <p className="mt-2 max-w-prose text-pretty text-ink-muted">{lead}</p>}
				<noscript>
					<p className="mt-6 rounded-lg border border-border bg-surface p-4">
						Questions need JavaScript: what you answer is kept in this browser and nowhere else.
					</p>
				</noscript>
				<div className="js-only mt-8">{children}</div>
			</main>
		</div>
	);
}
