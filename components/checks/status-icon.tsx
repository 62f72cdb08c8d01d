import { Check, Circle, Minus, OctagonAlert, X } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import type { CheckStatus } from "./status";

const SHAPES = { pass: Check, fail: X, blocked: Minus, broken: OctagonAlert } as const;
const COLOURS: Record<CheckStatus, string> = {
	"not-run": "border-border-strong/60 border-[1.5px] text-transparent",
	running: "text-accent",
	pass: "bg-pass text-surface",
	fail: "bg-fail text-surface",
	blocked: "bg-blocked text-surface",
	broken: "bg-broken text-surface",
};

/** The status as a round mark; its shape differs too, not only the colour. Say it in words beside it. */
export function StatusIcon({
	status,
	faded = false,
	className,
}: {
	status: CheckStatus;
	faded?: boolean;
	className?: string;
}) {
	if (status === "running") return <Spinner className={cx("size-4.5 shrink-0 text-accent", className)} />;
	const Shape = status === "not-run" ? Circle : SHAPES[status];
	return (
		<span
			aria-hidden="true"
			className={cx(
				"inline-grid size-4.5 shrink-0 place-items-center rounded-full transition-colors",
				COLOURS[status],
				faded && "opacity-55",
				className,
			)}
		>
			<Shape className="size-3" strokeWidth={3} />
		</span>
	);
}
