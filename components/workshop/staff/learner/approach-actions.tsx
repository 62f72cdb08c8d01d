"use client";

import { Presentation } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { BoardRow, InstructorView } from "@/lib/workshop/contract";
import { useDesk } from "../desk";

/** Asking a learner to show their approach to the room, and showing it. */
export function ApproachActions({
	id,
	row,
	lesson,
	view,
}: {
	id: string;
	row: BoardRow;
	lesson: string;
	view: InstructorView;
}) {
	const { send } = useDesk();
	const shown = Object.entries(view.approaches).find(
		([, approach]) => approach.learner === id && approach.lesson === lesson,
	);
	const answer = row.approach[lesson];
	if (shown)
		return (
			<span className="flex flex-wrap items-center gap-2">
				<Badge tone="accent">On show</Badge>
				<Button size="sm" onClick={() => void send({ type: "approach-hide", approach: shown[0] })}>
					Take it off the screens
				</Button>
			</span>
		);
	if (answer === "agreed")
		return (
			<span className="flex flex-wrap items-center gap-2">
				<Badge tone="pass">Agreed to show it</Badge>
				<Button
					size="sm"
					variant="primary"
					onClick={() => void send({ type: "approach-share", learner: id, lesson })}
				>
					<Presentation aria-hidden="true" />
					Show to the room
				</Button>
			</span>
		);
	if (answer === "asked") return <Badge>Asked to show it; no answer yet</Badge>;
	return (
		<span className="flex flex-wrap items-center gap-2">
			{answer === "declined" && <Badge>Rather not shown</Badge>}
			<Button
				size="sm"
				disabled={row.lessons[lesson] === undefined}
				onClick={() => void send({ type: "approach-ask", learner: id, lesson })}
			>
				{answer === "declined" ? "Ask again" : "Ask to show this approach"}
			</Button>
		</span>
	);
}
