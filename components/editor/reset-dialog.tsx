"use client";

import { RotateCcw } from "lucide-react";
import { AlertDialog } from "radix-ui";
import { Button } from "@/components/ui/button";

/** A button that asks before it takes the whole lesson back to its starter. */
export function ResetAll({ count, onReset }: { count: number; onReset(): void }) {
	return (
		<AlertDialog.Root>
			<AlertDialog.Trigger asChild>
				<Button variant="quiet" size="sm" disabled={count === 0}>
					<RotateCcw aria-hidden="true" />
					Reset all
				</Button>
			</AlertDialog.Trigger>
			<AlertDialog.Portal>
				<AlertDialog.Overlay className="fixed inset-0 z-40 bg-[#0b0c0e]/45" />
				<AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-xl border border-border bg-surface p-5 shadow-floating">
					<AlertDialog.Title className="font-semibold text-base">Reset all files?</AlertDialog.Title>
					<AlertDialog.Description className="mt-1 text-ink-muted text-sm">
						{count === 1 ? "One file goes" : `${count} files go`} back to the lesson’s starter, and files you
						made are taken away. Undo brings everything back.
					</AlertDialog.Description>
					<div className="mt-4 flex justify-end gap-2">
						<AlertDialog.Cancel asChild>
							<Button>Keep my edits</Button>
						</AlertDialog.Cancel>
						<AlertDialog.Action asChild>
							<Button variant="primary" onClick={onReset}>
								Reset all
							</Button>
						</AlertDialog.Action>
					</div>
				</AlertDialog.Content>
			</AlertDialog.Portal>
		</AlertDialog.Root>
	);
}
