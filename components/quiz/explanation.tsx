import { Check, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { Answer } from "@/lib/quiz/contract";
import { misplaced } from "@/lib/quiz/grade";
import type { BugQuestion, ShownQuestion, TextQuestion } from "@/lib/quiz/types";
import { Rich, RichParagraphs } from "./rich";

/** The key, why each option is right or wrong, and what the learner had. */
export function Explanation({ question, answer }: { question: ShownQuestion; answer: Answer | null }) {
	return (
		<div className="grid gap-4">
			<Key question={question} answer={answer} />
			{question.note !== null && (
				<p className="border-accent/50 border-l-2 pl-4">
					<Rich text={question.note} />
				</p>
			)}
		</div>
	);
}

function Key({ question, answer }: { question: ShownQuestion; answer: Answer | null }) {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return (
				<Options
					options={question.options}
					chosen={answer?.of === "choice" ? answer.chosen : []}
					output={question.kind === "predictOutput"}
				/>
			);
		case "trueFalseGrid": {
			const marked = answer?.of === "grid" ? answer.marked : [];
			return (
				<List>
					{question.statements.map(({ text, isTrue, why }, index) => (
						<Row
							key={index}
							mark={marked[index] === isTrue ? "right" : "wrong"}
							label={`${isTrue ? "True" : "False"}. ${said(marked[index])}`}
							text={<Rich text={text} />}
							why={why}
						/>
					))}
				</List>
			);
		}
		case "order": {
			const order = answer?.of === "order" ? answer.order : [];
			const wrong = misplaced(question, order);
			return (
				<List ordered>
					{question.steps.map(({ id, text, why }, index) => {
						const place = order.indexOf(id);
						return (
							<Row
								key={id}
								mark={wrong.includes(id) ? "wrong" : "right"}
								label={
									wrong.length === 0 || place < 0 || place === index
										? `Step ${index + 1}.`
										: `Step ${index + 1}; yours was ${place + 1}.`
								}
								text={<Rich text={text} />}
								why={why}
							/>
						);
					})}
				</List>
			);
		}
		case "spotBug":
			return <Bug question={question} answer={answer} />;
		case "shortAnswer":
			return <Model question={question} ticked={answer?.of === "text" ? answer.ticked : null} />;
		case "fixTheCode":
			return (
				<p>
					<Rich text={question.why} />
				</p>
			);
	}
}

function Options({
	options,
	chosen,
	output = false,
}: {
	options: readonly { text: string; correct?: true; why: string }[];
	chosen: readonly number[];
	output?: boolean;
}) {
	// What is right first, then what was chosen, then the rest.
	const order = options
		.map((_, index) => index)
		.sort((a, b) => rank(options[a], chosen.includes(a)) - rank(options[b], chosen.includes(b)) || a - b);
	return (
		<List>
			{order.map((index) => {
				const option = options[index]!;
				const mine = chosen.includes(index);
				const label = option.correct
					? mine
						? "Right, and you chose it."
						: "Right; you did not choose it."
					: mine
						? "Wrong; you chose it."
						: "Wrong.";
				return (
					<Row
						key={index}
						mark={option.correct ? (mine ? "right" : "missed") : mine ? "wrong" : "aside"}
						label={label}
						text={
							output ? (
								<span className="whitespace-pre-wrap font-mono text-[0.8125rem]">{option.text}</span>
							) : (
								<Rich text={option.text} />
							)
						}
						why={option.why}
					/>
				);
			})}
		</List>
	);
}

function rank(option: { correct?: true } | undefined, chosen: boolean): number {
	return option?.correct ? 0 : chosen ? 1 : 2;
}

function said(mark: boolean | null | undefined): string {
	return mark == null ? "You left it open." : `You said ${mark ? "true" : "false"}.`;
}

function Bug({ question, answer }: { question: BugQuestion; answer: Answer | null }) {
	const line = answer?.of === "bug" ? answer.line : null;
	const right = line !== null && question.bugLines.includes(line);
	const lines = question.bugLines.join(" or ");
	return (
		<div className="grid gap-4">
			<List>
				<Row
					mark={right ? "right" : "wrong"}
					label={`Line ${lines}. ${line === null ? "You chose none." : right ? "You found it." : `You chose line ${line}.`}`}
					text={
						<code className="whitespace-pre-wrap text-[0.8125rem]">
							{question.bugLines.map((n) => question.code.lines[n - 1]?.text.trim()).join("\n")}
						</code>
					}
					why={question.bugWhy}
				/>
			</List>
			<Options
				options={question.reasons}
				chosen={answer?.of === "bug" && answer.reason !== null ? [answer.reason] : []}
			/>
		</div>
	);
}

function Model({ question, ticked }: { question: TextQuestion; ticked: readonly number[] | null }) {
	return (
		<div className="grid gap-5">
			<section aria-label="A model answer" className="border-accent/50 border-l-2 pl-4">
				<p className="eyebrow mb-1.5">A model answer</p>
				<RichParagraphs text={question.reference} />
			</section>
			{ticked !== null && (
				<List>
					{question.rubric.map(({ text, why }, index) => (
						<Row
							key={index}
							mark={ticked.includes(index) ? "right" : "aside"}
							label={ticked.includes(index) ? "You had it." : "Missing."}
							text={<Rich text={text} />}
							why={why}
						/>
					))}
				</List>
			)}
			{ticked !== null && question.followUps.length > 0 && (
				<section aria-label="Follow-up questions" className="grid gap-2">
					<p className="eyebrow">And then the interviewer asks…</p>
					{question.followUps.map(({ ask, reference }, index) => (
						<details key={index} className="rounded-lg border border-border bg-surface px-4 py-3">
							<summary className="cursor-pointer font-medium leading-snug">
								<Rich text={ask} />
							</summary>
							<div className="mt-2.5 text-ink-muted">
								<RichParagraphs text={reference} />
							</div>
						</details>
					))}
				</section>
			)}
		</div>
	);
}

function List({ ordered = false, children }: { ordered?: boolean; children: ReactNode }) {
	const Tag = ordered ? "ol" : "ul";
	return <Tag className="overflow-hidden rounded-lg border border-border bg-surface">{children}</Tag>;
}

type RowMark = "right" | "wrong" | "missed" | "aside";

const MARKS: Record<RowMark, { Icon: typeof Check; look: string }> = {
	right: { Icon: Check, look: "bg-pass text-surface" },
	wrong: { Icon: X, look: "bg-fail text-surface" },
	missed: { Icon: Check, look: "border-[1.5px] border-pass text-pass" },
	aside: { Icon: Minus, look: "border-[1.5px] border-border-strong/60 text-ink-muted" },
};

function Row({ mark, label, text, why }: { mark: RowMark; label: string; text: ReactNode; why: string }) {
	const { Icon, look } = MARKS[mark];
	return (
		<li className="flex items-start gap-3 border-border border-b px-4 py-3 last:border-b-0">
			<span
				aria-hidden="true"
				className={cx("mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-full", look)}
			>
				<Icon className="size-3" strokeWidth={3} />
			</span>
			<span className="min-w-0 leading-snug">
				<span className="block font-medium">{text}</span>
				<span className="mt-1 block text-[0.8125rem] text-ink-muted leading-relaxed">
					<span className="font-medium">{label}</span> <Rich text={why} />
				</span>
			</span>
		</li>
	);
}
