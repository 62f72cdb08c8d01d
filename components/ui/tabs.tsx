"use client";

import { Tabs as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cx } from "./cx";

export const Tabs = Radix.Root;

export function TabsList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
	return <Radix.List className={cx("flex items-stretch gap-0.5", className)} {...rest} />;
}

export function TabsTrigger({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
	return (
		<Radix.Trigger
			className={cx(
				"relative inline-flex h-full items-center gap-1.5 whitespace-nowrap px-2 font-medium text-[0.8125rem] text-ink-muted transition-colors",
				"after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full after:bg-transparent",
				"hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:text-ink data-[state=active]:after:bg-accent",
				className,
			)}
			{...rest}
		/>
	);
}

export function TabsContent({ className, ...rest }: ComponentProps<typeof Radix.Content>) {
	return (
		<Radix.Content
			className={cx("min-h-0 flex-1 outline-none data-[state=inactive]:hidden", className)}
			{...rest}
		/>
	);
}
