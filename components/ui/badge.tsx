import type { ComponentProps } from "react";
import { cx } from "./cx";

export type Tone = "neutral" | "accent" | "pass" | "fail" | "blocked" | "broken" | "warn";

const TONES: Record<Tone, string> = {
	neutral: "bg-surface-2 text-ink-muted",
	accent: "bg-accent/10 text-accent",
	pass: "bg-pass/10 text-pass",
	fail: "bg-fail/10 text-fail",
	blocked: "bg-blocked/10 text-blocked",
	broken: "bg-broken/10 text-broken",
	warn: "bg-warn/10 text-warn",
};

export function Badge({ tone = "neutral", className, ...rest }: ComponentProps<"span"> & { tone?: Tone }) {
	return (
		<span
			className={cx(
				"inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_svg]:size-3",
				TONES[tone],
				className,
			)}
			{...rest}
		/>
	);
}
