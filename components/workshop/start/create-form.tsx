"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { type AgendaStep, type CreateRoom, LIMITS } from "@/lib/workshop/contract";
import { type AgendaPart, agendaProblem } from "@/lib/workshop/staff/agenda";
import { AgendaEditor } from "./agenda-editor";

/** The title and the agenda of a new room. `onCreate` may reject with a sentence for people. */
export function CreateForm({
	parts,
	onCreate,
}: {
	parts: AgendaPart[];
	onCreate: (room: CreateRoom) => Promise<void>;
}) {
	const [title, setTitle] = useState("");
	const [agenda, setAgenda] = useState<AgendaStep[]>([]);
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState("");

	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (busy) return;
		const missing =
			title.trim() === "" ? "Give the room a title; learners see it when they join." : agendaProblem(agenda);
		setProblem(missing ?? "");
		if (missing !== null) return;
		setBusy(true);
		try {
			await onCreate({ title: title.trim(), agenda });
		} catch (error) {
			setProblem(`${error instanceof Error ? error.message : String(error)} Nothing you chose is lost.`);
			setBusy(false);
		}
	};

	return (
		<section aria-labelledby="new-room">
			<h2 id="new-room" className="mb-4 font-semibold text-lg tracking-tight">
				A new room
			</h2>
			<form onSubmit={(event) => void submit(event)} className="grid gap-6">
				<Field label="Title" className="max-w-lg">
					{(ids) => (
						<TextInput
							{...ids}
							value={title}
							maxLength={LIMITS.title}
							placeholder="Server Actions, Tuesday group"
							onChange={({ target }) => setTitle(target.value)}
						/>
					)}
				</Field>
				<AgendaEditor parts={parts} agenda={agenda} onChange={setAgenda} />
				<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
					<Button
						type="submit"
						variant="primary"
						className="!h-11 !px-5 !text-[0.9375rem]"
						aria-disabled={busy}
					>
						{busy && <Spinner />}
						{busy ? "Making the room" : "Create the room"}
					</Button>
					<p role="alert" className="text-fail text-sm">
						{problem}
					</p>
				</div>
			</form>
		</section>
	);
}
