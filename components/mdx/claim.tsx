"use client";

import { FlaskConical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Comparison, DidList, EvidenceList, Field } from "@/components/checks/evidence";
import { StatusIcon } from "@/components/checks/status-icon";
import { useChecks, useLesson } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Spinner } from "@/components/ui/spinner";
import type { CheckResult } from "@/lib/checks/types";

/** A sentence that can be proved: its app is run, and what was seen is shown. */
export function Claim({ id, children }: { id: string; children: ReactNode }) {
	const { claims } = useLesson();
	const claim = claims.find((candidate) => candidate.id === id);
	if (!claim)
		throw new Error(`This lesson has no claim “${id}”. It has: ${claims.map((c) => c.id).join(", ")}`);
	return (
		<>
			<span className="claim">{children}</span> <ProveIt id={id} statement={claim.statement} />
		</>
	);
}

function ProveIt({ id, statement }: { id: string; statement: string }) {
	const { playground } = useLesson();
	const checks = playground?.checks ?? null;
	const result = useChecks(checks, ({ claimResults }) => claimResults[id] ?? null);
	const proving = useChecks(checks, (state) => state.proving);
	const run = useChecks(checks, (state) => state.run);
	const mode = useChecks(checks, ({ claims }) => claims.find((claim) => claim.id === id)?.mode);
	const [asked, setAsked] = useState(false);
	const [shown, setShown] = useState(false);
	const busy = run.state === "running" || (proving !== null && proving !== id);
	const prove = () => {
		setAsked(true);
		void checks?.prove(id);
	};
	const words = proving === id ? "Proving" : result?.verdict === "pass" ? "Proved" : "Prove it";
	const button = (
		<button
			type="button"
			disabled={checks === null}
			className="prove-it js-only"
			data-verdict={result?.verdict}
			aria-label={`${words}: ${statement}`}
		>
			{proving === id ? <Spinner /> : <FlaskConical aria-hidden="true" />}
			{words}
		</button>
	);
	if (checks === null) return button;
	return (
		<Popover
			open={shown}
			onOpenChange={(open) => {
				setShown(open);
				if (open && result === null && proving === null && !busy) prove();
			}}
		>
			<PopoverTrigger asChild>{button}</PopoverTrigger>
			<PopoverContent aria-label="Proof of a claim">
				<div className="border-border border-b px-4 py-3">
					<p className="eyebrow mb-1">Claim</p>
					<p className="font-medium text-sm leading-snug">{statement}</p>
				</div>
				<div className="grid gap-3.5 px-4 py-3.5" aria-live="polite">
					{proving === id ? (
						<p className="flex items-center gap-2 text-[0.8125rem] text-ink-muted">
							<Spinner className="text-accent" />
							{mode === "production"
								? "An app made for this claim is built for production, which takes a while, and runs in the preview. "
								: "An app made for this claim runs in the preview. "}
							Your own comes back afterwards.
						</p>
					) : run.state === "refused" && asked ? (
						<p className="text-[0.8125rem] text-broken">It could not be proved now. {run.message}</p>
					) : result ? (
						<Proof result={result} onLeave={() => setShown(false)} />
					) : (
						<p className="text-[0.8125rem] text-ink-muted">
							{busy ? "Wait until what runs now is done, then prove it." : "Run it and see."}
						</p>
					)}
					{proving !== id && (
						<Button size="sm" className="justify-self-start" disabled={busy} onClick={prove}>
							{result ? "Prove it again" : "Prove it"}
						</Button>
					)}
				</div>
			</PopoverContent>
		</Popover>
	);
}

function Proof({ result, onLeave }: { result: CheckResult; onLeave: () => void }) {
	const { nextVersion } = useLesson();
	const { verdict, durationMs, message, did, evidence } = result;
	return (
		<>
			<p className="flex items-start gap-2 font-medium text-[0.8125rem] leading-5">
				<StatusIcon status={verdict} className="mt-px" />
				{verdict === "pass"
					? `Proved on Next.js ${nextVersion} in ${(durationMs / 1000).toFixed(1)} s`
					: verdict === "fail"
						? `Not so on Next.js ${nextVersion}: ${message}`
						: `It could not be proved: ${message}`}
			</p>
			{did.length > 0 && (
				<Field label="What was done">
					<DidList did={did} />
				</Field>
			)}
			<Comparison result={result} />
			{evidence.length > 0 && <EvidenceList evidence={evidence} onLeave={onLeave} />}
		</>
	);
}
