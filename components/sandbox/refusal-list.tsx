import { type Diagnosis, diagnosisOf } from "@/lib/sandbox/machines/webcontainer/diagnosis";
import type { Refusal } from "@/lib/sandbox/session/state";

/** Each probe in two or three words; the diagnosis says the rest. */
export const PROBE_WORDS: Record<Diagnosis["probe"], string> = {
	"secure-context": "not a secure connection",
	"cross-origin-isolation": "page not isolated",
	"shared-memory": "no shared memory",
	"web-assembly": "WebAssembly is off",
	"service-worker": "service workers blocked",
	memory: "not enough memory",
	host: "service not reachable",
	"third-party-storage": "third-party storage blocked",
	"second-tab": "in use by another tab",
	"boot-time": "took too long",
	boot: "did not start",
};

/** Why machines cannot run here: for each the one thing that stands in the way, and what to do about it. */
export function RefusalList({ refusals }: { refusals: readonly Refusal[] }) {
	return (
		<ul className="mt-3 grid gap-2.5">
			{refusals.map(({ machine, error }) => {
				const diagnosis = diagnosisOf(error);
				return (
					<li
						key={machine}
						data-probe={diagnosis?.probe}
						className="rounded-md border border-border bg-surface-2/60 px-3 py-2.5 leading-snug"
					>
						<p className="font-medium text-ink">
							{machine}
							{diagnosis !== null && `: ${PROBE_WORDS[diagnosis.probe]}`}
						</p>
						<p className="mt-1 break-words">{diagnosis?.what ?? error.message}</p>
						{diagnosis !== null && (
							<p className="mt-1.5 break-words">
								<strong className="font-medium text-ink">What to do:</strong> {diagnosis.remedy}
							</p>
						)}
					</li>
				);
			})}
		</ul>
	);
}
