"use client";

import type { Answer } from "@/lib/quiz/contract";
import type { ShownQuestion } from "@/lib/quiz/types";
import { BugInput } from "./inputs/bug-input";
import { ChoiceInput } from "./inputs/choice-input";
import { GridInput } from "./inputs/grid-input";
import { OrderInput } from "./inputs/order-input";
import { TextInput } from "./inputs/text-input";
import { KataLink } from "./kata-link";

/** What a learner answers a question with, by its kind. `seed` decides in which order options stand. */
export function AnswerInput({
	question,
	answer,
	onChange,
	seed,
}: {
	question: ShownQuestion;
	answer: Answer;
	onChange: (answer: Answer) => void;
	seed: string;
}) {
	if (question.kind === "trueFalseGrid" && answer.of === "grid")
		return (
			<GridInput
				statements={question.statements}
				marked={answer.marked}
				onChange={(marked) => onChange({ of: "grid", marked })}
			/>
		);
	if (question.kind === "order" && answer.of === "order")
		return (
			<OrderInput
				steps={question.steps}
				order={answer.order}
				onChange={(order) => onChange({ of: "order", order })}
			/>
		);
	if (question.kind === "spotBug" && answer.of === "bug")
		return (
			<BugInput
				question={question}
				line={answer.line}
				reason={answer.reason}
				seed={seed}
				onChange={(line, reason) => onChange({ of: "bug", line, reason })}
			/>
		);
	if (question.kind === "shortAnswer" && answer.of === "text")
		return <TextInput text={answer.text} onChange={(text) => onChange({ ...answer, text })} />;
	if (question.kind === "fixTheCode") return <KataLink question={question} />;
	if ("options" in question && answer.of === "choice")
		return (
			<ChoiceInput
				legend={
					question.kind === "multiple"
						? "Choose all that are right."
						: question.kind === "predictOutput"
							? "Choose what it prints."
							: "Choose one."
				}
				options={question.options}
				chosen={answer.chosen}
				onChange={(chosen) => onChange({ of: "choice", chosen })}
				seed={seed}
				many={question.kind === "multiple"}
				output={question.kind === "predictOutput"}
			/>
		);
	return null;
}
