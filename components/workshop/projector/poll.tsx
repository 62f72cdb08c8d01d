"use client";

import { CodeLines } from "@/components/quiz/code-lines";
import { Rich } from "@/components/quiz/rich";
import { useQuestions } from "@/components/quiz/use-questions";
import { cx } from "@/components/ui/cx";
import { emptyAnswer } from "@/lib/quiz/answer";
import { shuffled } from "@/lib/quiz/choose";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { ProjectorView } from "@/lib/workshop/contract";
import { PollResults } from "../polls/poll-results";

type Poll = NonNullable<ProjectorView["poll"]>;

/** The question that is asked, its answers while people vote, and the results once they are revealed. */
export function ProjectedPoll({ poll, here }: { poll: Poll; here: number }) {
	const { state } = useQuestions([poll.question]);
	const question = state.state === "ready" ? state.questions.get(poll.question) : undefined;
	const voted = poll.round === 1 ? poll.voters.first : poll.voters.second;
	if (!question)
		return (
			<p role="status" className="text-ink-muted text-xl">
				{state.state === "failed" ? state.message : "Loading the question"}
			</p>
		);
	return (
		<>
			<p role="status" className="text-[clamp(1.125rem,1.5vw,1.75rem)] text-ink-muted tabular-nums">
				{phaseWords(poll)} · {voted} of {Math.max(voted, here)} voted
			</p>
			<h2 className="mt-2 max-w-[40ch] text-pretty font-[640] text-[clamp(1.75rem,2.8vw,3.25rem)] leading-[1.15] tracking-[-0.02em]">
				<Rich text={question.ask} />
			</h2>
			<div className="mt-[4vh] grid gap-[3vh]">
				{question.code && (
					<div className="[zoom:1.5]">
						<CodeLines code={question.code} />
					</div>
				)}
				{poll.tallies ? (
					<PollResults
						question={question}
						seed={poll.id}
						tallies={poll.tallies}
						voters={poll.voters}
						withKey
						large
					/>
				) : (
					<Answers question={question} seed={poll.id} />
				)}
			</div>
		</>
	);
}

function phaseWords({ phase, round, twoVotes }: Poll): string {
	if (phase === "revealed") return "Results";
	if (phase === "closed") return twoVotes && round === 1 ? "Talk to your neighbour" : "The vote is closed";
	if (!twoVotes) return "Vote now";
	return round === 1 ? "First vote: on your own" : "Second vote";
}

/** The answers, in the order in which learners see them. */
function Answers({ question, seed }: { question: ShownQuestion; seed: string }) {
	const { texts, code } = answersOf(question, seed);
	return (
		<ul className="grid gap-[1.6vh]">
			{texts.map((text) => (
				<li
					key={text}
					className={cx(
						"rounded-xl border border-border bg-surface px-5 py-3",
						code
							? "whitespace-pre-wrap font-mono text-[clamp(1rem,1.3vw,1.625rem)]"
							: "text-[clamp(1.125rem,1.5vw,1.875rem)] leading-snug",
					)}
				>
					{code ? text : <Rich text={text} />}
				</li>
			))}
		</ul>
	);
}

function answersOf(question: ShownQuestion, seed: string): { texts: string[]; code: boolean } {
	const mixed = (options: readonly { text: string }[]) =>
		shuffled(
			options.map(({ text }) => text),
			seed,
		);
	switch (question.kind) {
		case "single":
		case "multiple":
			return { texts: mixed(question.options), code: false };
		case "predictOutput":
			return { texts: mixed(question.options), code: true };
		case "trueFalseGrid":
			return { texts: question.statements.map(({ text }) => text), code: false };
		case "order": {
			const answer = emptyAnswer(question, seed);
			const order = answer.of === "order" ? answer.order : [];
			return {
				texts: order.map((id) => question.steps.find((step) => step.id === id)?.text ?? id),
				code: false,
			};
		}
		case "spotBug":
			return { texts: mixed(question.reasons), code: false };
		case "shortAnswer":
		case "fixTheCode":
			return { texts: [], code: false };
	}
}
