"use client";

import { useState } from "react";
import * as z from "zod/mini";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { AgendaStep } from "@/lib/workshop/contract";
import { type AgendaPart, agendaPartSchema, agendaProblem } from "@/lib/workshop/staff/agenda";
import { AgendaEditor } from "../../start/agenda-editor";
import { useDesk } from "../desk";

type Parts = { state: "loading" } | { state: "ready"; parts: AgendaPart[] } | { state: "failed" };

/** Changing the agenda while the room is open. */
export function AgendaDialog({ agenda }: { agenda: AgendaStep[] }) {
	const { send } = useDesk();
	const [open, setOpen] = useState(false);
	const [draft, setDraft] = useState(agenda);
	const [parts, setParts] = useState<Parts>({ state: "loading" });
	const load = () => {
		setParts({ state: "loading" });
		readParts().then(
			(all) => setParts({ state: "ready", parts: all }),
			() => setParts({ state: "failed" }),
		);
	};
	const problem = agendaProblem(draft);
	const save = async () => {
		if (problem === null && (await send({ type: "room-update", agenda: draft })) !== null) setOpen(false);
	};
	return (
		<Dialog
			open={open}
			onOpenChange={(next) => {
				setOpen(next);
				if (!next) return;
				setDraft(agenda);
				load();
			}}
		>
			<DialogTrigger asChild>
				<Button size="sm">Change the agenda</Button>
			</DialogTrigger>
			<DialogContent
				title="Agenda"
				description="Lessons taken off stay in learners’ browsers; their results come back when the lesson does."
				wide
				className="max-w-4xl"
			>
				{parts.state === "loading" && (
					<p className="flex items-center gap-2 text-ink-muted text-sm">
						<Spinner /> Loading the lessons
					</p>
				)}
				{parts.state === "failed" && (
					<p role="alert" className="flex flex-wrap items-center gap-3 text-fail text-sm">
						The lessons could not be loaded. Is the playground still running?
						<Button size="sm" onClick={load}>
							Try again
						</Button>
					</p>
				)}
				{parts.state === "ready" && (
					<div className="grid gap-5">
						<AgendaEditor parts={parts.parts} agenda={draft} onChange={setDraft} />
						<div className="flex flex-wrap items-center justify-end gap-3">
							<p role="alert" className="text-fail text-sm">
								{problem ?? ""}
							</p>
							<Button onClick={() => setOpen(false)}>Cancel</Button>
							<Button variant="primary" disabled={problem !== null} onClick={() => void save()}>
								Save the agenda
							</Button>
						</div>
					</div>
				)}
			</DialogContent>
		</Dialog>
	);
}

async function readParts(): Promise<AgendaPart[]> {
	const response = await fetch("/api/lessons");
	if (!response.ok) throw new Error(`The playground answered with ${response.status}.`);
	return z.parse(z.array(agendaPartSchema), await response.json());
}
