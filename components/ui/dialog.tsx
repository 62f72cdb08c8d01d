"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

/** The dialog's window. `title` is its name for everyone; `wide` is for code side by side. */
export function DialogContent({
	title,
	description,
	wide = false,
	className,
	children,
}: {
	title: string;
	description?: string;
	wide?: boolean;
	className?: string;
	children: ReactNode;
}) {
	return (
		<Radix.Portal>
			<Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-[#0b0c0e]/45" />
			<Radix.Content
				{...(description === undefined ? { "aria-describedby": undefined } : {})}
				className={cx(
					"fixed top-1/2 left-1/2 z-50 flex max-h-[min(88dvh,56rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col overflow-hidden rounded-xl border border-border bg-surface shadow-floating outline-none",
					wide ? "max-w-6xl" : "max-w-lg",
					className,
				)}
			>
				<div className="flex items-start gap-4 px-5 pt-4 pb-3">
					<div className="min-w-0 flex-1">
						<Radix.Title className="font-semibold text-base tracking-tight">{title}</Radix.Title>
						{description !== undefined && (
							<Radix.Description className="mt-0.5 text-ink-muted text-sm">{description}</Radix.Description>
						)}
					</div>
					<Radix.Close asChild>
						<Button variant="quiet" size="sm" icon aria-label="Close">
							<X aria-hidden="true" />
						</Button>
					</Radix.Close>
				</div>
				{/* Positioned, so that what is only for screen readers scrolls with it and makes no second scroll place. */}
				<div className="relative min-h-0 flex-1 overflow-auto px-5 pb-5">{children}</div>
			</Radix.Content>
		</Radix.Portal>
	);
}
