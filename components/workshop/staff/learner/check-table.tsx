import { STATUS_WORDS } from "@/components/checks/status";
import { StatusIcon } from "@/components/checks/status-icon";
import type { AgendaStep, LessonCell } from "@/lib/workshop/contract";
import { markOf } from "../board/marks";

/** A learner's checks of one lesson, with runs and hints. */
export function CheckTable({ step, cell }: { step: AgendaStep; cell: LessonCell | undefined }) {
	if (step.checks.length === 0) return <p className="text-ink-muted text-sm">This lesson has no checks.</p>;
	return (
		<div className="overflow-x-auto rounded-lg border border-border">
			<table className="w-full text-left text-[0.8125rem]">
				<thead className="border-border border-b text-ink-muted text-xs">
					<tr>
						<th className="px-3 py-2 font-normal">Check</th>
						<th className="px-3 py-2 text-right font-normal">Runs</th>
						<th className="px-3 py-2 text-right font-normal">Hints</th>
						<th className="whitespace-nowrap px-3 py-2 text-right font-normal">First pass</th>
					</tr>
				</thead>
				<tbody>
					{step.checks.map(({ id, title }) => {
						const check = cell?.checks[id];
						const mark = markOf(check);
						return (
							<tr key={id} className="border-border border-b align-top last:border-b-0">
								<td className="min-w-56 px-3 py-2">
									<span className="flex items-start gap-2 leading-snug">
										<StatusIcon status={mark} />
										<span className="sr-only">{STATUS_WORDS[mark]}:</span>
										<span className="min-w-0">
											<span className="block">{title}</span>
											{check?.message !== undefined && (
												<span className="mt-0.5 block text-ink-muted [overflow-wrap:anywhere]">
													{check.message}
												</span>
											)}
										</span>
									</span>
								</td>
								<td className="px-3 py-2 text-right tabular-nums">
									{check?.runs ?? 0}
									{(check?.reds ?? 0) > 1 && <span className="text-fail"> ({check?.reds} red)</span>}
								</td>
								<td className="px-3 py-2 text-right tabular-nums">{check?.hint ?? 0} of 3</td>
								<td className="whitespace-nowrap px-3 py-2 text-right tabular-nums">
									{check?.passedAt === undefined
										? "–"
										: new Date(check.passedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}
