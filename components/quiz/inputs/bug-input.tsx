"use client";

import { useId } from "react";
import type { BugQuestion } from "@/lib/quiz/types";
import { CodeFrame, Line } from "../code-lines";
import { ChoiceInput } from "./choice-input";

/** First the line, as a group of radio buttons over the code; then the reason. */
export function BugInput({
	question,
	line,
	reason,
	onChange,
	seed,
}: {
	question: BugQuestion;
	line: number | null;
	reason: number | null;
	onChange: (line: number | null, reason: number | null) => void;
	seed: string;
}) {
	const name = useId();
	return (
		<div className="grid gap-5">
			<fieldset className="min-w-0">
				<legend className="mb-2 text-ink-muted text-sm">1. Which line is it?</legend>
				<CodeFrame title={question.code.title}>
					<div className="shiki overflow-x-auto py-2 font-mono text-[0.8125rem] leading-6">
						{question.code.lines.map((codeLine, index) => (
							<label
								key={index}
								className="flex min-w-max cursor-pointer items-center gap-3 px-3 hover:bg-surface-2/70 has-checked:bg-accent/10 has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2"
							>
								<input
									type="radio"
									name={name}
									aria-label={`Line ${index + 1}: ${codeLine.text.trim() || "empty"}`}
									checked={line === index + 1}
									onChange={() => onChange(index + 1, reason)}
									className="size-3.5 shrink-0 accent-(--accent) focus-visible:outline-none"
								/>
								<span aria-hidden="true" className="w-5 shrink-0 text-right text-ink-muted text-xs">
									{index + 1}
								</span>
								<code aria-hidden="true" className="whitespace-pre">
									<Line html={codeLine.html} />
								</code>
							</label>
						))}
					</div>
				</CodeFrame>
			</fieldset>
			<ChoiceInput
				legend="2. Why?"
				options={question.reasons}
				chosen={reason === null ? [] : [reason]}
				onChange={([first]) => onChange(line, first ?? null)}
				seed={seed}
			/>
		</div>
	);
}
