"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cx } from "./cx";

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

export function PopoverContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
	return (
		<Radix.Portal>
			<Radix.Content
				sideOffset={8}
				collisionPadding={12}
				className={cx(
					"z-40 max-h-[min(32rem,var(--radix-popover-content-available-height))] w-[min(28rem,calc(100vw-1.5rem))] animate-fade overflow-auto rounded-lg border border-border bg-surface shadow-floating outline-none",
					className,
				)}
				{...rest}
			/>
		</Radix.Portal>
	);
}
