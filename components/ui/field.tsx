import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { cx } from "./cx";

/** The look of a field to write in. */
export const INPUT =
	"min-w-0 rounded-md border border-border-strong bg-surface px-3 text-sm placeholder:text-ink-muted/80 disabled:opacity-50";

/** A field with its name above and, where it needs one, a hint below. */
export function Field({
	label,
	hint,
	className,
	children,
}: {
	label: ReactNode;
	hint?: ReactNode;
	className?: string;
	children: (ids: { id: string; "aria-describedby"?: string }) => ReactNode;
}) {
	const id = useId();
	return (
		<div className={cx("grid gap-1.5", className)}>
			<label htmlFor={id} className="font-medium text-sm">
				{label}
			</label>
			{children({ id, ...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` }) })}
			{hint !== undefined && (
				<p id={`${id}-hint`} className="text-ink-muted text-xs leading-snug">
					{hint}
				</p>
			)}
		</div>
	);
}

export function TextInput({ className, ...rest }: ComponentProps<"input">) {
	return <input autoComplete="off" className={cx(INPUT, "h-9", className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
	return <select className={cx(INPUT, "h-9 text-ellipsis pr-2", className)} {...rest} />;
}

/** A box to tick, with its words. */
export function Tick({ children, className, ...rest }: ComponentProps<"input"> & { children: ReactNode }) {
	return (
		<label className={cx("flex cursor-pointer items-start gap-2 text-sm leading-snug", className)}>
			<input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-(--accent)" {...rest} />
			<span className="min-w-0">{children}</span>
		</label>
	);
}
