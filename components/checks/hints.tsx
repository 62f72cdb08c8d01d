import { Lightbulb } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ScrollPre } from "@/components/ui/scroll-pre";
import type { Hints as HintTexts } from "@/lib/checks/types";

const NAMES = ["Nudge", "Concept", "Patch"] as const;
const NEXT = ["Show a hint", "Explain the concept", "Show the patch"] as const;

/** Three hints, opened one after the other; the third is a patch. */
export function Hints({
	hints,
	opened,
	onOpen,
}: {
	hints: HintTexts;
	/** How many are open, 0–3. */
	opened: number;
	onOpen: () => void;
}) {
	return (
		<div className="grid gap-2">
			{hints.slice(0, opened).map((hint, index) => (
				<div key={index} className="min-w-0 animate-rise border-warn/60 border-l-2 pl-3">
					<div className="eyebrow mb-0.5 text-warn">
						{NAMES[index]} · {index + 1} of 3
					</div>
					{index === 2 ? <Patch text={hint} /> : <Words text={hint} />}
				</div>
			))}
			{opened < 3 && (
				<Button size="sm" variant="quiet" className="-ml-2.5 justify-self-start" onClick={onOpen}>
					<Lightbulb aria-hidden="true" />
					{NEXT[opened]}
				</Button>
			)}
		</div>
	);
}

/** A sentence; what stands between backticks is code. */
function Words({ text }: { text: string }) {
	return (
		<p className="text-[0.8125rem] leading-relaxed">
			{text.split("`").map((words, index) => (index % 2 === 1 ? <code key={index}>{words}</code> : words))}
		</p>
	);
}

function Patch({ text }: { text: string }) {
	return (
		<ScrollPre className="mt-1 py-2 [tab-size:2]">
			{text.split("\n").map((line, index) => (
				<span
					key={index}
					className={cx(
						// A line that is too long goes on below itself, indented by two stops of the tabulator.
						"block whitespace-pre-wrap break-words pr-2.5 pl-[calc(0.625rem+4ch)] -indent-[4ch]",
						line.startsWith("+") && "bg-pass/10 text-pass",
						line.startsWith("-") && "bg-fail/10 text-fail",
					)}
				>
					{line === "" ? " " : line}
				</span>
			))}
		</ScrollPre>
	);
}
