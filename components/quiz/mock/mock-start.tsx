"use client";

import { quizQuestions } from "@generated/quiz";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { progressKeeper } from "@/lib/progress/store";
import type { QuizCard } from "@/lib/quiz/cards";
import { planMock } from "@/lib/quiz/choose";
import type { Mock } from "@/lib/quiz/mock";
import { randomId } from "@/lib/util/random-id";
import { many } from "../words";

const LENGTHS = [15, 30, 45];
const EXTRA = [0, 25, 50, 100];

/** Length and extra time, and the interviews there were. */
export function MockStart({
	mocks,
	cards,
}: {
	mocks: readonly Mock[];
	cards: ReadonlyMap<string, QuizCard>;
}) {
	const last = mocks.at(-1);
	const [minutes, setMinutes] = useState(last?.minutes ?? 30);
	const [extra, setExtra] = useState(last?.extra ?? 0);
	const start = () => {
		const now = Date.now();
		const questions = planMock(quizQuestions, cards, minutes, now);
		if (questions.length > 0)
			void progressKeeper().record({ type: "mock-started", mock: randomId(), minutes, extra, questions });
	};
	return (
		<div className="grid gap-12">
			<form
				onSubmit={(event) => {
					event.preventDefault();
					start();
				}}
				className="grid justify-items-start gap-6"
			>
				<Choices
					legend="How long?"
					values={LENGTHS}
					chosen={minutes}
					onChange={setMinutes}
					words={(value) => `${value} minutes`}
				/>
				<Choices
					legend="Extra time"
					values={EXTRA}
					chosen={extra}
					onChange={setExtra}
					words={(value) => (value === 0 ? "None" : `${value} % more`)}
				/>
				<Button type="submit" variant="primary">
					Start the interview
				</Button>
			</form>
			{mocks.length > 0 && (
				<section aria-labelledby="earlier">
					<h2 id="earlier" className="mb-3 font-semibold text-lg tracking-tight">
						Earlier ones
					</h2>
					<ul className="overflow-hidden rounded-xl border border-border bg-surface">
						{[...mocks].reverse().map((mock) => (
							<li key={mock.id} className="border-border border-b last:border-b-0">
								<Link
									href={`/mock/report?mock=${mock.id}`}
									className="flex flex-wrap justify-between gap-x-4 px-4 py-3 text-sm hover:bg-surface-2/60 focus-visible:-outline-offset-2"
								>
									<span className="font-medium">{new Date(mock.startedAt).toLocaleString()}</span>
									<span className="text-ink-muted">
										{mock.minutes} minutes, {many(mock.questions.length, "question")}
									</span>
								</Link>
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	);
}

function Choices({
	legend,
	values,
	chosen,
	onChange,
	words,
}: {
	legend: string;
	values: readonly number[];
	chosen: number;
	onChange: (value: number) => void;
	words: (value: number) => string;
}) {
	return (
		<fieldset>
			<legend className="mb-2 font-medium text-sm">{legend}</legend>
			<div className="flex flex-wrap gap-2">
				{values.map((value) => (
					<label
						key={value}
						className="flex cursor-pointer items-center gap-2.5 rounded-lg border border-border bg-surface px-3.5 py-2 text-sm hover:border-border-strong has-checked:border-accent has-checked:bg-accent/[0.06] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
					>
						<input
							type="radio"
							name={legend}
							checked={chosen === value}
							onChange={() => onChange(value)}
							className="size-4 accent-(--accent) focus-visible:outline-none"
						/>
						{words(value)}
					</label>
				))}
			</div>
		</fieldset>
	);
}
