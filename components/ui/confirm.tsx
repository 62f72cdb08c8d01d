"use client";

import { AlertDialog } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";

/** A button that asks before it does what cannot be undone. `children` is the button. */
export function Confirm({
	title,
	description,
	action,
	cancel = "Cancel",
	onConfirm,
	children,
}: {
	title: string;
	description: ReactNode;
	/** The words of the button that does it: "End the session". */
	action: string;
	cancel?: string;
	onConfirm: () => void;
	children: ReactNode;
}) {
	return (
		<AlertDialog.Root>
			<AlertDialog.Trigger asChild>{children}</AlertDialog.Trigger>
			<AlertDialog.Portal>
				<AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-[#0b0c0e]/45" />
				<AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-xl border border-border bg-surface p-5 shadow-floating outline-none">
					<AlertDialog.Title className="text-balance font-semibold text-base">{title}</AlertDialog.Title>
					<AlertDialog.Description className="mt-1 text-pretty text-ink-muted text-sm">
						{description}
					</AlertDialog.Description>
					<div className="mt-4 flex flex-wrap justify-end gap-2">
						<AlertDialog.Cancel asChild>
							<Button>{cancel}</Button>
						</AlertDialog.Cancel>
						<AlertDialog.Action asChild>
							<Button variant="primary" onClick={onConfirm}>
								{action}
							</Button>
						</AlertDialog.Action>
					</div>
				</AlertDialog.Content>
			</AlertDialog.Portal>
		</AlertDialog.Root>
	);
}
