"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** Put once around the app. */
export function TooltipProvider({ children }: { children: ReactNode }) {
	return (
		<Radix.Provider delayDuration={350} skipDelayDuration={150}>
			{children}
		</Radix.Provider>
	);
}

/** `children` is the one element the tooltip speaks of; it must take a ref and be focusable. */
export function Tooltip({
	content,
	side = "bottom",
	children,
}: {
	content: ReactNode;
	side?: "top" | "right" | "bottom" | "left";
	children: ReactNode;
}) {
	return (
		<Radix.Root>
			<Radix.Trigger asChild>{children}</Radix.Trigger>
			<Radix.Portal>
				<Radix.Content
					side={side}
					sideOffset={6}
					collisionPadding={8}
					className="z-50 max-w-72 animate-fade rounded-md bg-ink px-2.5 py-1.5 text-[0.8125rem] text-bg leading-snug shadow-floating"
				>
					{content}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
