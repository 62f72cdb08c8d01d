import { cx } from "./cx";

export type TallyMark = "none" | "pass" | "fail" | "blocked" | "broken" | "running" | "earlier";

const COLOURS: Record<TallyMark, string> = {
	none: "bg-border",
	pass: "bg-pass",
	fail: "bg-fail",
	blocked: "bg-blocked/60",
	broken: "bg-broken",
	running: "animate-breathe bg-accent",
	earlier: "bg-pass/45",
};

/** One stroke a check, in their order. Decoration: say the numbers in words beside it. */
export function Tally({ marks, className }: { marks: TallyMark[]; className?: string }) {
	return (
		<span aria-hidden="true" className={cx("inline-flex items-center gap-[3px]", className)}>
			{marks.map((mark, index) => (
				<span key={index} className={cx("h-3 w-[3px] rounded-full transition-colors", COLOURS[mark])} />
			))}
		</span>
	);
}
