"use client";

import { Eye, EyeOff } from "lucide-react";
import { Rich } from "@/components/quiz/rich";
import { useQuestions } from "@/components/quiz/use-questions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { BoardRow, InstructorView } from "@/lib/workshop/contract";
import { PollResults } from "../../polls/poll-results";
import { useDesk } from "../desk";

type Poll = NonNullable<InstructorView["poll"]>;

/** The poll that is on: how many have voted, what they voted, and its next step. */
export function LivePoll({ poll, learners }: { poll: Poll; learners: BoardRow[] }) {
	const { send } = useDesk();
	const { state } = useQuestions([poll.question]);
	const question = state.state === "ready" ? state.questions.get(poll.question) : undefined;
	const voted = poll.round === 1 ? poll.voters.first : poll.voters.second;
	const here = learners.filter(({ connected }) => connected).length;
	const revealed = poll.phase === "revealed";
	return (
		<div className="grid gap-4">
			<div className="flex flex-wrap items-center gap-2">
				<Badge tone={poll.phase === "open" ? "accent" : revealed ? "pass" : "warn"}>
					{poll.phase === "open" ? "Voting" : revealed ? "Revealed" : "Vote closed"}
				</Badge>
				{poll.twoVotes && <Badge>{poll.round === 1 ? "First of two votes" : "Second vote"}</Badge>}
				<span role="status" className="ml-auto text-ink-muted text-sm tabular-nums">
					{voted} of {Math.max(here, voted)} voted
				</span>
			</div>
			<p className="font-medium leading-snug">{question ? <Rich text={question.ask} /> : poll.question}</p>
			{question && (
				<PollResults question={question} seed={poll.id} tallies={poll.tallies} voters={poll.voters} withKey />
			)}
			<p className="flex items-start gap-2 text-ink-muted text-xs leading-snug">
				{revealed ? (
					<Eye aria-hidden="true" className="mt-px size-3.5 shrink-0" />
				) : (
					<EyeOff aria-hidden="true" className="mt-px size-3.5 shrink-0" />
				)}
				{revealed
					? "Everyone sees the results; the question is in their review deck."
					: "Only you see the results and the key. Keep this window off the projector."}
			</p>
			<div className="flex flex-wrap gap-2">
				{poll.phase === "open" && (
					<Button variant="primary" onClick={() => void send({ type: "poll-close", poll: poll.id })}>
						Close the vote
					</Button>
				)}
				{poll.phase === "closed" && poll.twoVotes && poll.round === 1 && (
					<Button variant="primary" onClick={() => void send({ type: "poll-second-vote", poll: poll.id })}>
						Open the second vote
					</Button>
				)}
				{!revealed && (
					<Button
						variant={poll.phase === "closed" && !(poll.twoVotes && poll.round === 1) ? "primary" : "outline"}
						onClick={() => void send({ type: "poll-reveal", poll: poll.id })}
					>
						Reveal the results
					</Button>
				)}
				{revealed && (
					<Button variant="primary" onClick={() => void send({ type: "poll-dismiss", poll: poll.id })}>
						Take it off the screens
					</Button>
				)}
			</div>
		</div>
	);
}
