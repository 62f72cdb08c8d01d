import { STATUS_WORDS } from "@/components/checks/status";
import { StatusIcon } from "@/components/checks/status-icon";
import { cx } from "@/components/ui/cx";
import type { CheckCell } from "@/lib/workshop/contract";

export type Mark = "not-run" | "pass" | "fail" | "blocked" | "broken";

export function markOf(cell: CheckCell | undefined): Mark {
	return cell?.verdict ?? "not-run";
}

/** Each verdict has a shape of its own, small as it is. */
const SMALL: Record<Mark, string> = {
	"not-run": "rounded-full border-[1.5px] border-border-strong/60",
	pass: "rounded-full bg-pass",
	fail: "scale-[0.82] rotate-45 bg-fail",
	blocked: "scale-y-[0.4] rounded-[1px] bg-blocked",
	broken: "bg-broken [clip-path:polygon(50%_0,100%_100%,0_100%)]",
};

/** One check, where there is little room. Say it in words beside it. */
export function SmallMark({ mark }: { mark: Mark }) {
	return <span aria-hidden="true" className={cx("size-2 shrink-0", SMALL[mark])} />;
}

/** What the marks mean. */
export function Legend({ small }: { small: boolean }) {
	return (
		<ul
			aria-label="What the marks mean"
			className="flex flex-wrap gap-x-3 gap-y-1 sm:gap-x-4 text-ink-muted text-xs"
		>
			{(["pass", "fail", "blocked", "broken", "not-run"] as const).map((mark) => (
				<li key={mark} className="flex items-center gap-1.5">
					{small ? <SmallMark mark={mark} /> : <StatusIcon status={mark} className="!size-3.5" />}
					{STATUS_WORDS[mark]}
				</li>
			))}
		</ul>
	);
}

/** `Passed after 3 runs` */
export function cellWords(cell: CheckCell | undefined): string {
	const mark = markOf(cell);
	const words = STATUS_WORDS[mark];
	if (!cell || cell.runs === 0 || mark === "not-run") return words;
	return `${words}, ${cell.runs} ${cell.runs === 1 ? "run" : "runs"}`;
}
