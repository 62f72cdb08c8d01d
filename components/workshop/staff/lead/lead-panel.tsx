"use client";

import { Button } from "@/components/ui/button";
import type { InstructorView } from "@/lib/workshop/contract";
import { useDesk } from "../desk";
import { PanelSection } from "../panel-section";
import { AgendaSteps } from "./agenda-steps";
import { Announce } from "./announce";
import { ApproachList } from "./approach-list";
import { Drift } from "./drift";
import { PointForm } from "./point-form";
import { TimerSection } from "./timer";

/** Leading the room: where it is, what it is told, how long it has. */
export function LeadPanel({ view }: { view: InstructorView }) {
	const { send } = useDesk();
	const over = view.room.phase === "ended";
	return (
		<>
			<PanelSection title="Agenda" aside={!over && <Drift view={view} />}>
				<AgendaSteps view={view} />
				{view.lead?.active && !over && (
					<p className="mt-3 flex flex-wrap items-center justify-between gap-2 text-ink-muted text-xs">
						Learners who follow you go where you lead.
						<Button size="sm" variant="quiet" onClick={() => void send({ type: "lead-stop" })}>
							Stop leading
						</Button>
					</p>
				)}
			</PanelSection>
			{!over && (
				<>
					<PanelSection title="Point at something">
						<PointForm view={view} />
					</PanelSection>
					<PanelSection title="Timer">
						<TimerSection view={view} />
					</PanelSection>
					<PanelSection title="Say something to everyone">
						<Announce view={view} />
					</PanelSection>
				</>
			)}
			<ApproachList view={view} />
		</>
	);
}
