"use client";

import { Box, TriangleAlert } from "lucide-react";
import { useSessionState } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { machineName } from "@/lib/playground/machine-choice";
import type { Playground } from "@/lib/playground/types";
import type { SessionState } from "@/lib/sandbox/session/state";
import { MachineMenu } from "./machine-menu";
import { RefusalList } from "./refusal-list";
import { SandboxNotice } from "./sandbox-notice";
import { formatElapsed } from "./stages";
import { useStages } from "./use-stages";

type Light = "go" | "busy" | "stop" | "off";

const LIGHTS: Record<Light, string> = {
	go: "bg-pass",
	busy: "animate-breathe bg-accent",
	stop: "bg-fail",
	off: "bg-border-strong",
};

/** How the sandbox is, in two words; opens into the whole story. */
export function SandboxPill({ playground }: { playground: Playground }) {
	const state = useSessionState(playground);
	const lines = useStages(state);
	const current = lines.find(({ status }) => status === "current");
	const { light, words } = describe(state);
	return (
		<Popover>
			<PopoverTrigger asChild>
				<button
					type="button"
					className="inline-flex h-7 items-center gap-2 whitespace-nowrap rounded-full border border-border bg-surface px-2.5 font-medium text-ink-muted text-xs hover:border-border-strong hover:text-ink"
				>
					<span aria-hidden="true" className={cx("size-1.5 rounded-full", LIGHTS[light])} />
					<span className="sr-only">Sandbox: </span>
					<span className="max-[560px]:sr-only">{words}</span>
					<Box aria-hidden="true" className="hidden size-3.5 max-[560px]:block" />
					{state.state === "ready" && state.refusals.length > 0 && (
						<>
							<TriangleAlert aria-hidden="true" className="size-3.5 text-broken" />
							<span className="sr-only">, in place of {state.refusals[0]?.machine.toLowerCase()}</span>
						</>
					)}
					{current?.elapsed !== null && current !== undefined && (
						<span className="font-mono tabular-nums max-[560px]:sr-only">
							{formatElapsed(current.elapsed)}
						</span>
					)}
				</button>
			</PopoverTrigger>
			<PopoverContent align="end" className="max-w-84">
				{state.state === "ready" ? (
					<Running state={state} onRestart={() => playground.session.restart()} />
				) : (
					<SandboxNotice state={state} session={playground.session} />
				)}
				<MachineMenu picker={playground.picker} />
			</PopoverContent>
		</Popover>
	);
}

function Running({
	state,
	onRestart,
}: {
	state: Extract<SessionState, { state: "ready" }>;
	onRestart: () => void;
}) {
	return (
		<div className="p-4 text-[0.8125rem] text-ink-muted leading-relaxed">
			<p>
				A real Next.js app runs <strong className="font-medium text-ink">{whereItRuns(state.machine)}</strong>
				{state.refusals.length > 0 && " instead"}
				{state.mode === "production" ? ", built for production." : ", in development mode."}
			</p>
			<p className="mt-1 break-all font-mono text-xs">{state.previewUrl}</p>
			<Button size="sm" className="mt-3" onClick={onRestart}>
				Restart Next.js
			</Button>
			{state.refusals.length > 0 && <RefusalList refusals={state.refusals} />}
		</div>
	);
}

function describe(state: SessionState): { light: Light; words: string } {
	switch (state.state) {
		case "idle":
			return { light: "off", words: "Waiting" };
		case "ready":
			return { light: "go", words: state.machine };
		case "unsupported":
			return { light: "stop", words: "No sandbox" };
		case "failed":
			return { light: "stop", words: "Did not start" };
		case "crashed":
			return { light: "stop", words: state.cause === "exited" ? "Stopped" : "Not answering" };
		case "booting":
			return { light: "busy", words: "Getting a sandbox" };
		case "mounting":
			return { light: "busy", words: "Writing files" };
		case "starting":
			return { light: "busy", words: state.detail === "building" ? "Building" : "Starting" };
		case "compiling":
			return { light: "busy", words: "Compiling" };
	}
}

/** "This browser" → "in this browser". */
function whereItRuns(machine: string): string {
	const preposition = machine === machineName("webcontainer") ? "in" : "on";
	return `${preposition} ${machine.charAt(0).toLowerCase()}${machine.slice(1)}`;
}
