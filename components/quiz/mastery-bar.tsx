import { cx } from "@/components/ui/cx";
import type { Mastery } from "@/lib/quiz/mastery";

/** How well something is known, as a bar and in words. */
export function MasteryBar({ mastery, of }: { mastery: Mastery; of: string }) {
	const percent = Math.round(mastery.value * 100);
	return (
		<span className="flex items-center gap-2.5 text-ink-muted text-xs tabular-nums">
			<span aria-hidden="true" className="h-1.5 w-14 overflow-hidden rounded-full bg-border sm:w-24">
				<span
					className={cx("block h-full rounded-full", mastery.mastered ? "bg-pass" : "bg-accent")}
					style={{ width: `${percent}%` }}
				/>
			</span>
			<span>
				<span className="sr-only">{of}: </span>
				{mastery.mastered ? "mastered" : `${percent}% known`}
			</span>
		</span>
	);
}
