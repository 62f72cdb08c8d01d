import { Check } from "lucide-react";
import { Rich } from "@/components/quiz/rich";
import { cx } from "@/components/ui/cx";
import type { ShownQuestion } from "@/lib/quiz/types";
import type { Tally } from "@/lib/workshop/contract";
import { pollCharts } from "./charts";

/** The answers of a question before anybody has voted, with those marked that are right. */
export function PollKey({ question }: { question: ShownQuestion }) {
	const tally = unvoted(question);
	if (tally === null) return null;
	return pollCharts(question, tally).map(({ title, bars }, index) => (
		<section key={index} aria-label={title ?? "Answers"}>
			{title !== null && (
				<p className="mb-1 font-medium text-[0.8125rem] leading-snug">
					<Rich text={title} />
				</p>
			)}
			<ul className="grid gap-1.5">
				{bars.map(({ label, code, right }) => (
					<li
						key={label}
						className={cx(
							"grid grid-cols-[1.125rem_1fr] gap-1.5 text-[0.8125rem] leading-snug",
							right ? "font-medium text-pass" : "text-ink-muted",
						)}
					>
						<span>
							{right && (
								<>
									<Check aria-hidden="true" className="mt-0.5 size-3.5" strokeWidth={3} />
									<span className="sr-only">Right:</span>
								</>
							)}
						</span>
						<span
							className={cx(
								"min-w-0 [overflow-wrap:anywhere]",
								code && "whitespace-pre-wrap font-mono text-xs",
							)}
						>
							{code ? label : <Rich text={label} />}
						</span>
					</li>
				))}
			</ul>
		</section>
	));
}

/** A tally without votes that names every answer there is to name; `null` for what cannot be asked live. */
function unvoted(question: ShownQuestion): Tally | null {
	switch (question.kind) {
		case "single":
		case "multiple":
		case "predictOutput":
			return { of: "choice", counts: [] };
		case "trueFalseGrid":
			return { of: "grid", rows: [] };
		case "order":
			return { of: "order", orders: [{ order: question.steps.map(({ id }) => id), count: 0 }] };
		case "spotBug":
			return { of: "bug", lines: question.bugLines.map((line) => ({ line, count: 0 })), reasons: [] };
		case "shortAnswer":
		case "fixTheCode":
			return null;
	}
}
