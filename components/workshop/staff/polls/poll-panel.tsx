"use client";

import { useState } from "react";
import { Rich } from "@/components/quiz/rich";
import { useQuestions } from "@/components/quiz/use-questions";
import type { InstructorView } from "@/lib/workshop/contract";
import { PollResults } from "../../polls/poll-results";
import { many } from "../../words";
import { PanelSection } from "../panel-section";
import { LivePoll } from "./live-poll";
import { PollPicker } from "./poll-picker";

/** The poll that is on, or the choice of the next one; and those that are over. */
export function PollPanel({ view }: { view: InstructorView }) {
	const over = view.room.phase === "ended";
	return (
		<>
			{view.poll && !over ? (
				<PanelSection title="On the screens">
					<LivePoll poll={view.poll} learners={Object.values(view.learners)} />
				</PanelSection>
			) : (
				!over && (
					<PanelSection title="Ask the room">
						<PollPicker view={view} />
					</PanelSection>
				)
			)}
			<PastPolls view={view} />
		</>
	);
}

function PastPolls({ view }: { view: InstructorView }) {
	const past = Object.entries(view.pastPolls).sort(([, a], [, b]) => b.openedAt - a.openedAt);
	const { state } = useQuestions(past.map(([, { question }]) => question));
	const [open, setOpen] = useState<string | null>(null);
	if (past.length === 0) return null;
	return (
		<PanelSection title="Earlier polls">
			<ul className="grid gap-2">
				{past.map(([id, poll]) => {
					const question = state.state === "ready" ? state.questions.get(poll.question) : undefined;
					return (
						<li key={id} className="rounded-lg border border-border">
							<button
								type="button"
								aria-expanded={open === id}
								onClick={() => setOpen(open === id ? null : id)}
								className="w-full rounded-lg px-3.5 py-2.5 text-left text-[0.8125rem] leading-snug hover:bg-surface-2/60 focus-visible:-outline-offset-2"
							>
								<span className="line-clamp-2 font-medium">
									{question ? <Rich text={question.ask} /> : poll.question}
								</span>
								<span className="text-ink-muted text-xs">
									{many(Math.max(poll.voters.first, poll.voters.second), "vote")}
								</span>
							</button>
							{open === id && question && (
								<div className="px-3.5 pb-3.5">
									<PollResults
										question={question}
										seed={id}
										tallies={poll.tallies}
										voters={poll.voters}
										withKey
									/>
								</div>
							)}
						</li>
					);
				})}
			</ul>
		</PanelSection>
	);
}
