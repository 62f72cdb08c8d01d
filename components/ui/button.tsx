import type { ComponentProps } from "react";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "quiet" | "outline";
export type ButtonSize = "sm" | "md";

const VARIANTS: Record<ButtonVariant, string> = {
	primary: "bg-accent text-accent-ink shadow-raised enabled:hover:bg-accent/88",
	outline: "border border-border bg-surface text-ink shadow-raised enabled:hover:border-border-strong",
	quiet: "text-ink-muted enabled:hover:bg-surface-2 enabled:hover:text-ink",
};
const SIZES: Record<ButtonSize, string> = {
	sm: "h-7 gap-1.5 rounded-md px-2.5 text-[0.8125rem] [&_svg]:size-3.5",
	md: "h-9 gap-2 rounded-md px-3.5 text-sm [&_svg]:size-4",
};
const ICON_SIZES: Record<ButtonSize, string> = {
	sm: "size-7 rounded-md pointer-coarse:size-9 [&_svg]:size-4",
	md: "size-9 rounded-md [&_svg]:size-4.5",
};

/** The look of a button, for links that act like one. `icon` makes it square. */
export function buttonClass({
	variant = "outline",
	size = "md",
	icon = false,
}: {
	variant?: ButtonVariant;
	size?: ButtonSize;
	icon?: boolean;
} = {}): string {
	return cx(
		"inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors",
		"disabled:cursor-not-allowed disabled:opacity-50",
		VARIANTS[variant],
		icon ? ICON_SIZES[size] : SIZES[size],
	);
}

export interface ButtonProps extends ComponentProps<"button"> {
	variant?: ButtonVariant;
	size?: ButtonSize;
	/** Square, for a single icon; give it an `aria-label`. */
	icon?: boolean;
}

export function Button({ variant, size, icon, className, type = "button", ...rest }: ButtonProps) {
	return <button type={type} className={cx(buttonClass({ variant, size, icon }), className)} {...rest} />;
}
