"use client";

import { SYLLABUS_POINTS } from "@/lib/lessons/syllabus";
import type { ShownQuestion } from "@/lib/quiz/types";
import { CodeLines } from "./code-lines";
import { Rich } from "./rich";
import { KIND_WORDS } from "./words";

/** The question itself, what kind it is and what it is on. */
export function QuestionHead({ question, withCode = true }: { question: ShownQuestion; withCode?: boolean }) {
	const point = SYLLABUS_POINTS.find(({ id }) => id === question.points[0]);
	return (
		<div className="grid min-w-0 gap-4">
			<div>
				<p className="eyebrow mb-1.5">
					{KIND_WORDS[question.kind]} · level {question.level}
					{point && ` · ${point.title}`}
				</p>
				<h2 className="text-pretty font-semibold text-lg leading-snug tracking-tight">
					<Rich text={question.ask} />
				</h2>
			</div>
			{withCode && question.code && <CodeLines code={question.code} />}
		</div>
	);
}
