"use client";

import { EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Comparison, Field } from "@/components/checks/evidence";
import { STATUS_WORDS } from "@/components/checks/status";
import { StatusIcon } from "@/components/checks/status-icon";
import { ScrollPre } from "@/components/ui/scroll-pre";
import { Spinner } from "@/components/ui/spinner";
import { readLearnersCode, stopViewing } from "@/lib/workshop/client/requests";
import { type AgendaStep, isHubError, type SharedCode, VIEWING_MS } from "@/lib/workshop/contract";
import { ChangedFilesView } from "../../code/changed-files";
import { lasting } from "../../words";
import { useDesk, useHubNow } from "../desk";

type CodeState =
	| { state: "loading" }
	| { state: "shown"; code: SharedCode }
	| { state: "refused"; message: string };

/** A learner's code in one lesson, live and read-only, with what the failing checks saw. The learner is told of it. */
export function LearnerCode({
	learner,
	name,
	step,
	readable,
	number,
}: {
	learner: string;
	name: string;
	step: Pick<AgendaStep, "lesson" | "checks">;
	/** The learner agreed. */
	readable: boolean;
	/** Grows with each change; `undefined` while the hub has none of this lesson. */
	number: number | undefined;
}) {
	if (!readable)
		return (
			<Aside>
				<EyeOff aria-hidden="true" className="size-5" />
				{name} has not agreed that staff may read the code. Learners are asked once when they join, and can
				change their mind at any time.
			</Aside>
		);
	if (number === undefined) return <Aside>Nothing was changed in this lesson yet.</Aside>;
	return <Shown learner={learner} step={step} number={number} />;
}

function Aside({ children }: { children: React.ReactNode }) {
	return (
		<div className="grid justify-items-center gap-2 rounded-lg border border-border border-dashed px-6 py-8 text-center text-ink-muted text-sm [&>*]:max-w-prose">
			{children}
		</div>
	);
}

function Shown({
	learner,
	step,
	number,
}: {
	learner: string;
	step: Pick<AgendaStep, "lesson" | "checks">;
	number: number;
}) {
	const code = useLiveCode(learner, step.lesson, number);
	const now = useHubNow(15_000);
	if (code.state === "loading")
		return (
			<p className="flex items-center gap-2 text-ink-muted text-sm">
				<Spinner /> Loading the code
			</p>
		);
	if (code.state === "refused")
		return (
			<p role="alert" className="text-fail text-sm">
				{code.message}
			</p>
		);
	const { files, failing, at } = code.code;
	return (
		<div className="grid grid-cols-1 gap-4">
			<p className="text-ink-muted text-xs">
				Starter on the left (or in red), theirs on the right (or in green). Last change:{" "}
				{now - at < 60_000 ? "just now" : `${lasting(now - at)} ago`}. They see that you are reading.
			</p>
			<ChangedFilesView lesson={step.lesson} files={files} className="h-[min(26rem,50dvh)]" />
			{failing.map(({ check, verdict, message, expected, observed, evidence }) => (
				<section
					key={check}
					aria-label={titleOf(step, check)}
					className="grid grid-cols-1 gap-2 rounded-lg border border-border p-3.5"
				>
					<p className="flex items-start gap-2 font-medium text-sm leading-snug">
						<StatusIcon status={verdict} />
						<span className="sr-only">{STATUS_WORDS[verdict]}:</span>
						{titleOf(step, check)}
					</p>
					<p className="text-[0.8125rem] leading-snug [overflow-wrap:anywhere]">{message}</p>
					<Comparison result={{ expected, observed }} />
					{evidence.map(({ label, text }, index) => (
						<Field key={index} label={label}>
							<ScrollPre className="max-h-48 whitespace-pre-wrap break-words px-2.5 py-2">{text}</ScrollPre>
						</Field>
					))}
				</section>
			))}
		</div>
	);
}

function titleOf(step: Pick<AgendaStep, "checks">, check: string): string {
	return step.checks.find(({ id }) => id === check)?.title ?? check;
}

/** Read again when it changed, and before the learner would be told that nobody looks any more. */
function useLiveCode(learner: string, lesson: string, number: number): CodeState {
	const { pass } = useDesk();
	const [code, setCode] = useState<CodeState>({ state: "loading" });
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new number is the reason to read again
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		const read = () =>
			readLearnersCode(pass, learner, lesson, { signal }).then(
				(next) => !signal.aborted && setCode({ state: "shown", code: next }),
				(error: unknown) => {
					if (signal.aborted) return;
					// A line that fails for a moment leaves on show what is there.
					const refused = isHubError(error) && (error.code === "no-consent" || error.code === "not-there");
					setCode((before) =>
						before.state === "shown" && !refused
							? before
							: { state: "refused", message: error instanceof Error ? error.message : String(error) },
					);
				},
			);
		void read();
		const timer = setInterval(read, VIEWING_MS / 2);
		return () => {
			clearInterval(timer);
			controller.abort();
		};
	}, [pass, learner, lesson, number]);
	useEffect(() => {
		return () => {
			// Not waited for: the hub forgets a viewer by itself.
			stopViewing(pass, learner).catch(() => undefined);
		};
	}, [pass, learner]);
	return code;
}
