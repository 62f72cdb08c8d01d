"use client";

import { type FormEvent, useState } from "react";
import { AnswerInput } from "@/components/quiz/answer-input";
import { Explanation } from "@/components/quiz/explanation";
import { OUTCOMES } from "@/components/quiz/question-card";
import { QuestionHead } from "@/components/quiz/question-head";
import { useQuestions } from "@/components/quiz/use-questions";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { PollResults } from "@/components/workshop/polls/poll-results";
import { emptyAnswer, isAnswered } from "@/lib/quiz/answer";
import type { Answer } from "@/lib/quiz/contract";
import { grade } from "@/lib/quiz/grade";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { LearnerView, VoteAnswer } from "@/lib/workshop/contract";
import { useRoom, useRoomState } from "./use-room";

type Poll = NonNullable<LearnerView["poll"]>;

/** The question of a live poll: to vote, to wait, and then to see how the room voted and why. */
export function PollDialog({
	poll,
	open,
	onOpenChange,
}: {
	poll: Poll;
	open: boolean;
	onOpenChange: (open: boolean) => void;
}) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				title={poll.round === 2 ? "A question to the room, second vote" : "A question to the room"}
				description={DESCRIPTIONS[poll.phase]}
				className="!max-w-2xl"
			>
				{open && (
					<Question key={`${poll.id} ${poll.round}`} poll={poll} onVoted={() => onOpenChange(false)} />
				)}
			</DialogContent>
		</Dialog>
	);
}

const DESCRIPTIONS: Record<Poll["phase"], string> = {
	open: "Nobody sees how you vote. The results are shown to all at once.",
	closed: "Voting is closed. The results come when the instructor shows them.",
	revealed: "How the room voted, and why. The question is in your review deck now.",
};

function Question({ poll, onVoted }: { poll: Poll; onVoted: () => void }) {
	const { state, retry } = useQuestions([poll.question]);
	if (state.state === "loading")
		return (
			<p className="flex items-center gap-2 py-6 text-ink-muted text-sm">
				<Spinner /> Fetching the question
			</p>
		);
	const question = state.state === "ready" ? state.questions.get(poll.question) : undefined;
	if (state.state === "failed" || question === undefined)
		return (
			<div role="alert" className="grid justify-items-start gap-3 py-4 text-sm">
				<p>
					{state.state === "failed"
						? state.message
						: "This playground does not have the question. Reload the page: it may be older than the room."}
				</p>
				{state.state === "failed" && <Button onClick={retry}>Try again</Button>}
			</div>
		);
	if (poll.phase === "revealed") return <Revealed poll={poll} question={question} />;
	return <Vote poll={poll} question={question} onVoted={onVoted} />;
}

function Vote({ poll, question, onVoted }: { poll: Poll; question: ShownQuestion; onVoted: () => void }) {
	const room = useRoom();
	const { outbox } = useRoomState();
	const [changed, setChanged] = useState<Answer | null>(null);
	const [missing, setMissing] = useState(false);
	const answer = changed ?? poll.vote ?? emptyAnswer(question, poll.id);
	const isOpen = poll.phase === "open";
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!isAnswered(answer)) return setMissing(true);
		// A whole answer of a kind that can be asked live is a vote.
		room.say({ type: "voted", poll: poll.id, round: poll.round, answer: answer as VoteAnswer });
		setChanged(null);
		onVoted();
	};
	return (
		<form onSubmit={submit} className="grid min-w-0 gap-5">
			<QuestionHead question={question} withCode={question.kind !== "spotBug"} />
			<fieldset disabled={!isOpen} className="min-w-0">
				<AnswerInput
					question={question}
					answer={answer}
					seed={poll.id}
					onChange={(next) => {
						setChanged(next);
						setMissing(false);
					}}
				/>
			</fieldset>
			{isOpen ? (
				<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
					<Button type="submit" variant="primary">
						{poll.vote === undefined ? "Vote" : "Change my vote"}
					</Button>
					<p role="alert" className="text-fail text-sm">
						{missing ? "Not all of it is answered yet." : ""}
					</p>
					{poll.vote !== undefined && (
						<p className="text-ink-muted text-sm">
							{outbox.waiting > 0 ? "Your vote is saved here and on its way." : "Your vote is in."}
						</p>
					)}
				</div>
			) : (
				<p className="text-ink-muted text-sm">
					{poll.vote === undefined ? "You did not vote this time." : "This is your vote."}
				</p>
			)}
		</form>
	);
}

function Revealed({ poll, question }: { poll: Poll; question: ShownQuestion }) {
	const outcome = poll.vote && OUTCOMES[grade(question, poll.vote)];
	return (
		<div className="grid min-w-0 gap-5">
			<QuestionHead question={question} />
			{poll.tallies && <PollResults question={question} seed={poll.id} tallies={poll.tallies} withKey />}
			<p className="flex items-center gap-2 text-sm">
				{outcome ? (
					<>
						Your vote: <Badge tone={outcome.tone}>{outcome.words}</Badge>
					</>
				) : (
					"You did not vote this time."
				)}
			</p>
			<Explanation question={question} answer={poll.vote ?? null} />
			<DialogClose asChild>
				<Button className="justify-self-start">Back to the lesson</Button>
			</DialogClose>
		</div>
	);
}
