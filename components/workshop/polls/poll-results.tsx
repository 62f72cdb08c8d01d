import { Check } from "lucide-react";
import { Rich } from "@/components/quiz/rich";
import { cx } from "@/components/ui/cx";
import { shuffled } from "@/lib/quiz/choose";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { Tally } from "@/lib/workshop/contract";
import { type PollBar, pollCharts } from "./charts";

/** Read from the last row. */
const LARGE = "text-[clamp(1.125rem,1.5vw,1.875rem)]";

/**
 * How a room voted, as bars; of two rounds the first stands above the second. `withKey` marks what is right: for
 * everyone once it is revealed, for the instructor before.
 */
export function PollResults({
	question,
	seed,
	tallies,
	voters,
	withKey,
	large = false,
}: {
	question: ShownQuestion;
	/** The poll's id: options stand in the order in which people saw them. */
	seed: string;
	tallies: { first: Tally; second?: Tally | undefined };
	voters?: { first: number; second: number };
	withKey: boolean;
	/** For a projector. */
	large?: boolean;
}) {
	const first = pollCharts(question, tallies.first, voters?.first);
	const second = tallies.second && pollCharts(question, tallies.second, voters?.second);
	// With two rounds the newest decides which answers stand there.
	const charts = second ?? first;
	if (charts.length === 0)
		return (
			<p className="text-ink-muted text-sm">The question has changed since; its votes cannot be shown.</p>
		);
	return (
		<div className={cx("grid", large ? "gap-6" : "gap-4")}>
			{charts.map(({ title, mixed, bars }, index) => (
				<section key={index} aria-label={title ?? "Votes"} className={cx("grid", large ? "gap-3" : "gap-2")}>
					{title !== null && (
						<p className={cx("font-medium leading-snug", large ? LARGE : "text-[0.8125rem]")}>
							<Rich text={title} />
						</p>
					)}
					<ul className={cx("grid", large ? "gap-[2.2vh]" : "gap-2")}>
						{(mixed ? shuffled(bars, seed) : bars).map((bar) => (
							<Bar
								key={bar.label}
								bar={bar}
								before={second && (first[index]?.bars.find(({ label }) => label === bar.label) ?? null)}
								withKey={withKey}
								large={large}
							/>
						))}
					</ul>
				</section>
			))}
			{second && (
				<p className={cx("flex gap-4 text-ink-muted", large ? "text-[clamp(1rem,1.2vw,1.5rem)]" : "text-xs")}>
					<span className="flex items-center gap-1.5">
						<span aria-hidden="true" className="h-1.5 w-4 rounded-full bg-border-strong/70" />
						first vote
					</span>
					<span className="flex items-center gap-1.5">
						<span aria-hidden="true" className="h-1.5 w-4 rounded-full bg-accent" />
						second vote
					</span>
				</p>
			)}
		</div>
	);
}

function Bar({
	bar,
	before,
	withKey,
	large,
}: {
	bar: PollBar;
	/** The same answer in the first of two rounds; `null` where nobody gave it; `undefined` with one round. */
	before: PollBar | null | undefined;
	withKey: boolean;
	large: boolean;
}) {
	const right = withKey && bar.right;
	const height = large ? "h-[clamp(0.625rem,1.4vh,1rem)]" : "h-1.5";
	return (
		<li>
			<div className={cx("flex items-start gap-3 leading-snug", large ? LARGE : "text-[0.8125rem]")}>
				<span
					className={cx(
						"min-w-0 flex-1 [overflow-wrap:anywhere]",
						bar.code && "whitespace-pre-wrap font-mono text-[0.92em]",
						right && "font-medium text-pass",
					)}
				>
					{right && (
						<>
							<Check
								aria-hidden="true"
								className="mr-1 inline size-[1.1em] align-[-0.15em]"
								strokeWidth={3}
							/>
							<span className="sr-only">Right: </span>
						</>
					)}
					{bar.code ? bar.label : <Rich text={bar.label} />}
				</span>
				<span className="shrink-0 tabular-nums">
					{before !== undefined && (
						<span className="text-ink-muted">
							<span className="sr-only">first vote </span>
							{percent(before?.share ?? 0)} →{" "}
						</span>
					)}
					<span className="font-medium">{percent(bar.share)}</span>{" "}
					<span className="text-ink-muted">({bar.count})</span>
				</span>
			</div>
			<div aria-hidden="true" className={cx("mt-1 grid gap-0.5", large && "mt-1.5")}>
				{before !== undefined && (
					<Fill share={before?.share ?? 0} className={cx("bg-border-strong/70", height)} />
				)}
				<Fill share={bar.share} className={cx(right ? "bg-pass" : "bg-accent", height)} />
			</div>
		</li>
	);
}

function Fill({ share, className }: { share: number; className: string }) {
	return (
		<div className="overflow-hidden rounded-full bg-surface-2">
			<div
				className={cx("rounded-full transition-[width] duration-300", className)}
				style={{ width: `${share * 100}%`, minWidth: share > 0 ? "0.375rem" : 0 }}
			/>
		</div>
	);
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
