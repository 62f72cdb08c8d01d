import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";

/** One line to be read now, with what can be done about it. It stands in a list of such. */
export function Notice({
	Icon,
	strong = false,
	long = false,
	onDismiss,
	actions,
	children,
}: {
	Icon: typeof X;
	/** Asks for something. */
	strong?: boolean;
	/** More than a line of text: where there is little room, what can be done stands below it. */
	long?: boolean;
	onDismiss?: () => void;
	actions?: ReactNode;
	children: ReactNode;
}) {
	return (
		<li
			className={cx(
				"flex animate-fade flex-wrap items-center gap-x-3 gap-y-2 border-border border-b px-3 py-2 text-sm last:border-b-0",
				strong && "bg-accent/[0.07]",
			)}
		>
			<Icon
				aria-hidden="true"
				className="size-4 shrink-0 self-start text-accent max-sm:mt-0.5 sm:self-center"
			/>
			<div
				className={cx("min-w-0 flex-1 leading-snug [overflow-wrap:anywhere]", long ? "basis-64" : "basis-40")}
			>
				{children}
			</div>
			<span className="ml-auto flex shrink-0 items-center gap-1.5">
				{actions}
				{onDismiss && (
					<Button variant="quiet" size="sm" icon aria-label="Put this notice away" onClick={onDismiss}>
						<X aria-hidden="true" />
					</Button>
				)}
			</span>
		</li>
	);
}
