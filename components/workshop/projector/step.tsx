import { Check, X } from "lucide-react";
import type { ProjectorView } from "@/lib/workshop/contract";

/** The lesson the room is at, and how many have passed each of its checks. */
export function ProjectedStep({ view }: { view: ProjectorView }) {
	const { agenda } = view.room;
	const index = Math.max(
		0,
		agenda.findIndex(({ lesson }) => lesson === view.lead?.place.lesson),
	);
	const step = agenda[index];
	if (!step) return null;
	const progress = view.progress[step.lesson];
	const next = agenda[index + 1];
	const pointed = view.lead?.active ? view.lead.place : undefined;
	return (
		<>
			<p className="text-[clamp(1.125rem,1.5vw,1.75rem)] text-ink-muted">
				Step {index + 1} of {agenda.length} · {step.minutes} min
			</p>
			<h2 className="mt-2 max-w-[22ch] text-balance font-[640] text-[clamp(2.25rem,4.4vw,5rem)] leading-[1.08] tracking-[-0.03em]">
				{step.title}
			</h2>
			{pointed?.path !== undefined && (
				<p className="mt-4 font-mono text-[clamp(1.125rem,1.6vw,1.875rem)] text-accent">
					{pointed.path}
					{pointed.line !== undefined && `, line ${pointed.line}`}
				</p>
			)}
			{step.checks.length > 0 && (
				<ol aria-label="Checks" className="mt-[5vh] grid gap-[2.8vh]">
					{step.checks.map(({ id, title }) => {
						const { passed = 0, failing = 0 } = progress?.checks[id] ?? {};
						const share = view.joined > 0 ? passed / view.joined : 0;
						const red = view.joined > 0 ? failing / view.joined : 0;
						return (
							<li key={id}>
								<div className="flex items-baseline gap-4 text-[clamp(1.125rem,1.6vw,1.9375rem)] leading-snug">
									<span
										className={
											pointed?.check === id ? "min-w-0 flex-1 font-semibold text-accent" : "min-w-0 flex-1"
										}
									>
										{title}
									</span>
									<span className="flex shrink-0 items-center gap-3 tabular-nums">
										{failing > 0 && (
											<span className="flex items-center gap-1 text-fail">
												<X aria-hidden="true" className="size-[1em]" strokeWidth={3} />
												<span className="sr-only">failing: </span>
												{failing}
											</span>
										)}
										<span className="flex items-center gap-1 text-pass">
											<Check aria-hidden="true" className="size-[1em]" strokeWidth={3} />
											<span className="sr-only">passed: </span>
											{passed}
										</span>
									</span>
								</div>
								<div
									aria-hidden="true"
									className="mt-[0.8vh] flex h-[clamp(0.625rem,1.3vh,1rem)] overflow-hidden rounded-full bg-surface-2"
								>
									<span
										className="bg-pass transition-[width] duration-300"
										style={{ width: `${share * 100}%` }}
									/>
									<span
										className="bg-fail/70 transition-[width] duration-300"
										style={{ width: `${Math.min(red, 1 - share) * 100}%` }}
									/>
								</div>
							</li>
						);
					})}
				</ol>
			)}
			<p className="mt-auto pt-[4vh] text-[clamp(1rem,1.4vw,1.75rem)] text-ink-muted tabular-nums">
				{progress?.completed ?? 0} of {view.joined} done
				{next && ` · next: ${next.title}`}
			</p>
		</>
	);
}
