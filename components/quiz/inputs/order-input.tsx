"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { moved } from "@/lib/quiz/answer";
import { Rich } from "../rich";

/** Steps to put in order, with two buttons each. A step's buttons stay where the focus is while it moves. */
export function OrderInput({
	steps,
	order,
	onChange,
}: {
	steps: readonly { id: string; text: string }[];
	order: readonly string[];
	onChange: (order: string[]) => void;
}) {
	const [said, setSaid] = useState("");
	const move = (index: number, by: 1 | -1) => {
		const to = index + by;
		if (to < 0 || to >= order.length) return;
		onChange(moved(order, index, to));
		setSaid(`Moved to place ${to + 1} of ${order.length}.`);
	};
	return (
		<>
			<ol className="grid gap-2">
				{order.map((id, index) => {
					const text = steps.find((step) => step.id === id)?.text ?? id;
					const plain = text.replaceAll("`", "");
					return (
						<li
							key={id}
							className="flex items-center gap-3 rounded-lg border border-border bg-surface py-2 pr-2 pl-4 leading-snug"
						>
							<span aria-hidden="true" className="w-4 shrink-0 font-mono text-ink-muted text-sm">
								{index + 1}
							</span>
							<span className="min-w-0 flex-1">
								<Rich text={text} />
							</span>
							{/* Not `disabled` at the ends: the focus would be lost there. */}
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Move up: ${plain}`}
								aria-disabled={index === 0}
								className="aria-disabled:opacity-35"
								onClick={() => move(index, -1)}
							>
								<ArrowUp aria-hidden="true" />
							</Button>
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Move down: ${plain}`}
								aria-disabled={index === order.length - 1}
								className="aria-disabled:opacity-35"
								onClick={() => move(index, 1)}
							>
								<ArrowDown aria-hidden="true" />
							</Button>
						</li>
					);
				})}
			</ol>
			<p role="status" className="sr-only">
				{said}
			</p>
		</>
	);
}
