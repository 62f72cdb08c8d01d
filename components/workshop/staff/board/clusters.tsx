"use client";

import { Users } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import type { FailingCluster } from "@/lib/workshop/board";
import type { AgendaStep } from "@/lib/workshop/contract";

const AT_FIRST = 2;

/** Checks that several learners fail at this moment; choosing one shows these learners only. */
export function Clusters({
	clusters,
	agenda,
	chosen,
	onChoose,
}: {
	clusters: FailingCluster[];
	agenda: readonly AgendaStep[];
	/** `lesson#check` */
	chosen: string | null;
	onChoose: (key: string) => void;
}) {
	const [all, setAll] = useState(false);
	if (clusters.length === 0) return null;
	const shown = all ? clusters : clusters.slice(0, AT_FIRST);
	return (
		<ul aria-label="Checks that several fail" className="grid gap-1">
			{shown.map(({ lesson, check, title, number, learners, messages }) => {
				const key = `${lesson}#${check}`;
				const most = messages[0];
				return (
					<li key={key}>
						<button
							type="button"
							aria-pressed={chosen === key}
							onClick={() => onChoose(key)}
							className={cx(
								"flex w-full items-start gap-2.5 rounded-md border px-3 py-1.5 text-left text-[0.8125rem] leading-snug transition-colors",
								chosen === key
									? "border-accent bg-accent/[0.06]"
									: "border-border bg-surface hover:border-border-strong",
							)}
						>
							<Users aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-fail" />
							<span className="min-w-0">
								<span className="font-medium">
									{learners.length} people fail check {number}
								</span>{" "}
								<span className="text-ink-muted">
									“{title}”{agenda.length > 1 && `, ${agenda.find((step) => step.lesson === lesson)?.title}`}
								</span>
								{chosen === key && most && (
									<span className="mt-1 block text-ink-muted">
										Most often: {most.message} ({most.count})
									</span>
								)}
							</span>
						</button>
					</li>
				);
			})}
			{clusters.length > AT_FIRST && (
				<li>
					<Button size="sm" variant="quiet" onClick={() => setAll(!all)}>
						{all ? "Show fewer" : `${clusters.length - AT_FIRST} more`}
					</Button>
				</li>
			)}
		</ul>
	);
}
