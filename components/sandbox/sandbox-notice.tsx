"use client";

import { Check, CircleSlash, RotateCcw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ScrollPre } from "@/components/ui/scroll-pre";
import { Spinner } from "@/components/ui/spinner";
import type { Refusal, SessionState } from "@/lib/sandbox/session/state";
import type { Session } from "@/lib/sandbox/session/types";
import { RefusalList } from "./refusal-list";
import { formatElapsed, STAGE_WORDS, type StageLine } from "./stages";
import { useNow, useStages } from "./use-stages";

/** What stands in the preview's place while no app runs: how far it is, or what went wrong and what to do. */
export function SandboxNotice({ state, session }: { state: SessionState; session: Session }) {
	const lines = useStages(state);
	switch (state.state) {
		case "ready":
			return null;
		case "idle":
			return <Frame title="The sandbox has not been asked for yet" />;
		case "unsupported":
			return (
				<Frame
					alert
					icon={<CircleSlash aria-hidden="true" className="text-fail" />}
					title="No sandbox can run here"
					action={
						<Button
							variant="primary"
							onClick={() => (canRetry(state.refusals) ? session.retry() : location.reload())}
						>
							<RotateCcw aria-hidden="true" />
							{canRetry(state.refusals) ? "Try again" : "Reload the page"}
						</Button>
					}
				>
					<p>
						You can still read the lesson, write code and look at the solution. Your code and your progress
						are kept in this browser.
					</p>
					<RefusalList refusals={state.refusals} />
				</Frame>
			);
		case "failed":
			return (
				<Frame
					alert
					icon={<TriangleAlert aria-hidden="true" className="text-fail" />}
					title={`“${STAGE_WORDS[state.stage]}” did not work`}
					action={
						<Button variant="primary" onClick={() => session.retry()}>
							<RotateCcw aria-hidden="true" />
							{state.retryable ? "Try again" : "Try again from the beginning"}
						</Button>
					}
				>
					<p>{state.message}</p>
					<p className="mt-1">Your code is safe.</p>
				</Frame>
			);
		case "crashed":
			return <Crashed state={state} session={session} />;
		default:
			return (
				<Frame title="Preparing the app">
					<ol className="grid gap-2.5">
						{lines
							.filter(({ status }) => status !== "skipped")
							.map((line) => (
								<StageRow key={line.stage} line={line} />
							))}
					</ol>
				</Frame>
			);
	}
}

/** Whether another try in this same document has a chance; what a page was sent with stays. */
function canRetry(refusals: readonly Refusal[]): boolean {
	return refusals.some(({ error }) => error.retryable);
}

function Crashed({
	state,
	session,
}: {
	state: Extract<SessionState, { state: "crashed" }>;
	session: Session;
}) {
	const now = useNow(state.restartsAt !== null, 250);
	const wait = state.restartsAt === null ? null : Math.max(0, Math.ceil((state.restartsAt - now) / 1000));
	return (
		<Frame
			alert
			icon={<TriangleAlert aria-hidden="true" className="text-fail" />}
			title={state.cause === "exited" ? "The app stopped" : "The app does not answer"}
			action={
				<Button variant="primary" onClick={() => session.restart()}>
					<RotateCcw aria-hidden="true" />
					{wait === null ? "Restart" : "Restart now"}
				</Button>
			}
		>
			<p>{state.message}</p>
			<p className="mt-1">
				Your code is safe.{" "}
				{wait === null ? "It starts again after your next edit." : `It starts again by itself in ${wait} s.`}
			</p>
			{state.logTail.trim() !== "" && (
				<ScrollPre className="mt-3 max-h-40 whitespace-pre-wrap break-words p-2.5">{state.logTail}</ScrollPre>
			)}
		</Frame>
	);
}

function StageRow({ line: { words, status, elapsed } }: { line: StageLine }) {
	return (
		<li
			aria-current={status === "current" ? "step" : undefined}
			className={cx("flex items-center gap-2.5", status === "waiting" ? "opacity-55" : "text-ink")}
		>
			<span aria-hidden="true" className="grid size-4 place-items-center">
				{status === "done" && <Check className="size-4 text-pass" />}
				{status === "current" && <Spinner className="text-accent" />}
				{status === "waiting" && <span className="size-1.5 rounded-full bg-border-strong" />}
			</span>
			<span className="flex-1">{words}</span>
			{elapsed !== null && <span className="font-mono text-xs tabular-nums">{formatElapsed(elapsed)}</span>}
		</li>
	);
}

function Frame({
	title,
	icon,
	action,
	alert = false,
	children,
}: {
	title: string;
	icon?: ReactNode;
	action?: ReactNode;
	alert?: boolean;
	children?: ReactNode;
}) {
	return (
		<div className="flex h-full items-center justify-center overflow-auto bg-surface p-6">
			<div role={alert ? "alert" : undefined} className="my-auto w-full max-w-sm animate-fade">
				<h3 className="mb-3 flex items-center gap-2 font-semibold text-sm tracking-tight [&_svg]:size-4.5">
					{icon}
					{title}
				</h3>
				<div className="text-[0.8125rem] text-ink-muted leading-relaxed">{children}</div>
				{action !== undefined && <div className="mt-4">{action}</div>}
			</div>
		</div>
	);
}
