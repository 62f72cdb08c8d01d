import type { ComponentProps } from "react";
import { cx } from "./cx";

/** Preformatted text that scrolls, by keyboard too. */
export function ScrollPre({ className, ...rest }: ComponentProps<"pre">) {
	return (
		<pre
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
			tabIndex={0}
			className={cx(
				"overflow-auto rounded-md bg-surface-2 font-mono text-ink text-xs leading-relaxed focus-visible:-outline-offset-2",
				className,
			)}
			{...rest}
		/>
	);
}
