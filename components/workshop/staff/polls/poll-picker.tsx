"use client";

import { quizQuestions } from "@generated/quiz";
import { type FormEvent, useMemo, useState } from "react";
import { CodeLines } from "@/components/quiz/code-lines";
import { Rich } from "@/components/quiz/rich";
import { useQuestions } from "@/components/quiz/use-questions";
import { KIND_WORDS } from "@/components/quiz/words";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field, Select, Tick } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import type { InstructorView } from "@/lib/workshop/contract";
import { isAskable, pollQuestionOf } from "../../polls/ask";
import { PollKey } from "../../polls/poll-key";
import { useDesk } from "../desk";

/** Chooses a question of a lesson and asks it live. */
export function PollPicker({ view }: { view: InstructorView }) {
	const { send } = useDesk();
	const { agenda } = view.room;
	const [chosen, setChosen] = useState<string | null>(null);
	const [id, setId] = useState<string | null>(null);
	const [twoVotes, setTwoVotes] = useState(false);
	const lesson = chosen ?? view.lead?.place.lesson ?? agenda[0]?.lesson ?? "";
	const infos = useMemo(() => questionsOn(lesson), [lesson]);
	const { state, retry } = useQuestions(infos.map((info) => info.id));
	const asked = new Set(Object.values(view.pastPolls).map(({ question }) => question));
	const question = state.state === "ready" && id !== null ? state.questions.get(id) : undefined;
	const ask = (event: FormEvent) => {
		event.preventDefault();
		const poll = question && pollQuestionOf(question);
		if (poll) void send({ type: "poll-open", ...poll, twoVotes });
	};
	return (
		<form onSubmit={ask} className="grid gap-4">
			<Field label="Questions on">
				{(ids) => (
					<Select
						{...ids}
						value={lesson}
						onChange={({ target }) => {
							setChosen(target.value);
							setId(null);
						}}
					>
						{agenda.map((step, index) => (
							<option key={step.lesson} value={step.lesson}>
								{index + 1}. {step.title} ({questionsOn(step.lesson).length})
							</option>
						))}
					</Select>
				)}
			</Field>
			{state.state === "loading" && (
				<p className="flex items-center gap-2 text-ink-muted text-sm">
					<Spinner /> Loading the questions
				</p>
			)}
			{state.state === "failed" && (
				<p role="alert" className="flex flex-wrap items-center gap-2 text-fail text-sm">
					{state.message}
					<Button size="sm" onClick={retry}>
						Try again
					</Button>
				</p>
			)}
			{state.state === "ready" && infos.length === 0 && (
				<p className="text-ink-muted text-sm">
					This lesson has no question that can be asked live. Try another one.
				</p>
			)}
			{state.state === "ready" && infos.length > 0 && (
				<fieldset className="grid min-w-0 gap-2">
					<legend className="sr-only">Question</legend>
					{infos.map((info) => {
						const shown = state.questions.get(info.id);
						if (!shown) return null;
						return (
							<label key={info.id} className={OPTION}>
								<input
									type="radio"
									name="question"
									checked={id === info.id}
									onChange={() => setId(info.id)}
									className="mt-0.5 size-4 shrink-0 accent-(--accent) focus-visible:outline-none"
								/>
								<span className="min-w-0">
									<span className="block">
										<Rich text={shown.ask} />
									</span>
									<span className="mt-0.5 block text-ink-muted text-xs">
										{KIND_WORDS[info.kind]} · level {info.level}
										{asked.has(info.id) && " · asked before"}
									</span>
								</span>
							</label>
						);
					})}
				</fieldset>
			)}
			{question && (
				<details className="rounded-lg border border-border px-3.5 py-2.5 text-sm">
					<summary className="cursor-pointer font-medium">Look at it with its key</summary>
					<div className="mt-3 grid gap-3">
						{question.code && <CodeLines code={question.code} />}
						<PollKey question={question} />
					</div>
				</details>
			)}
			<Tick checked={twoVotes} onChange={({ target }) => setTwoVotes(target.checked)}>
				Vote twice
				<span className="block text-ink-muted text-xs">
					Once alone, then again after talking to one’s neighbour. Results stay hidden in between.
				</span>
			</Tick>
			<Button type="submit" variant="primary" disabled={!question} className="justify-self-start">
				Open the vote
			</Button>
		</form>
	);
}

const OPTION = cx(
	"flex cursor-pointer items-start gap-3 rounded-lg border border-border bg-surface px-3.5 py-2.5 text-[0.8125rem] leading-snug transition-colors hover:border-border-strong",
	"has-checked:border-accent has-checked:bg-accent/[0.06] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
);

/** Those of its own file first, then those that rest on it. */
function questionsOn(lesson: string) {
	const own = (id: string) => Number(!id.startsWith(`${lesson}#`));
	return quizQuestions
		.filter(({ kind, lessons }) => isAskable(kind) && lessons.includes(lesson))
		.sort((a, b) => own(a.id) - own(b.id) || a.level - b.level);
}
