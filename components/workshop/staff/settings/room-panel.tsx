"use client";

import { Lock, LockOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { TextInput } from "@/components/ui/field";
import { toast } from "@/components/ui/toaster";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { deleteRoom } from "@/lib/workshop/client/requests";
import { type InstructorView, LIMITS } from "@/lib/workshop/contract";
import { useDesk } from "../desk";
import { PanelSection } from "../panel-section";
import { AgendaDialog } from "./agenda-dialog";
import { Keys } from "./keys";
import { NetworkCheck } from "./network-check";
import { Results } from "./results";

/** The room itself: title and agenda, who may come in, keys, results, the end. */
export function RoomPanel({ view }: { view: InstructorView }) {
	const over = view.room.phase === "ended";
	return (
		<>
			<PanelSection title="Results">
				<Results room={view.room} />
			</PanelSection>
			{!over && (
				<>
					<PanelSection title="Title and agenda">
						<Title key={view.room.title} title={view.room.title} />
						<AgendaDialog agenda={view.room.agenda} />
					</PanelSection>
					<PanelSection title="Who may come in">
						<Door view={view} />
					</PanelSection>
					<PanelSection title="Keys and helpers">
						<Keys view={view} />
					</PanelSection>
					<PanelSection title="Network">
						<NetworkCheck code={view.room.code} learners={Object.keys(view.learners).length} />
					</PanelSection>
				</>
			)}
			<PanelSection title="The end">
				<TheEnd view={view} />
			</PanelSection>
		</>
	);
}

function Title({ title }: { title: string }) {
	const { send } = useDesk();
	const [text, setText] = useState(title);
	const changed = text.trim() !== title && text.trim() !== "";
	const save = (event: FormEvent) => {
		event.preventDefault();
		if (changed) void send({ type: "room-update", title: text.trim() });
	};
	return (
		<form onSubmit={save} className="mb-3 flex gap-2">
			<TextInput
				aria-label="Title"
				value={text}
				maxLength={LIMITS.title}
				className="flex-1"
				onChange={({ target }) => setText(target.value)}
			/>
			<Button type="submit" disabled={!changed}>
				Save
			</Button>
		</form>
	);
}

function Door({ view }: { view: InstructorView }) {
	const { send } = useDesk();
	const { locked } = view.room;
	return (
		<div className="flex flex-wrap items-center justify-between gap-3">
			<p className="max-w-60 text-pretty text-ink-muted text-sm">
				{locked
					? "Locked: nobody new comes in. Learners who were here may come back."
					: "Open to everyone who has the join code."}
			</p>
			<Button onClick={() => void send({ type: "room-lock", locked: !locked })}>
				{locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
				{locked ? "Unlock the room" : "Lock the room"}
			</Button>
		</div>
	);
}

function TheEnd({ view }: { view: InstructorView }) {
	const { send, pass } = useDesk();
	const router = useRouter();
	const remove = async () => {
		try {
			await deleteRoom(pass);
		} catch (error) {
			toast.error(error instanceof Error ? error.message : String(error));
			return;
		}
		membershipKeeper().forget(pass.code, "instructor");
		router.replace("/workshop");
	};
	return (
		<div className="grid gap-3">
			{view.room.phase === "ended" ? (
				<p className="text-pretty text-ink-muted text-sm">
					The session is over. Learners keep their own progress in their browsers; results stay here until you
					delete the room.
				</p>
			) : (
				<Confirm
					title="End the session for everyone?"
					description="Learners keep their work and their progress. Their code is deleted here at once; results stay until you delete the room. It cannot be opened again."
					action="End the session"
					cancel="Go on teaching"
					onConfirm={() => void send({ type: "room-end" })}
				>
					<Button className="justify-self-start">End the session</Button>
				</Confirm>
			)}
			<Confirm
				title="Delete the room and its results?"
				description="Everything about this room is deleted on the server: names, results, polls. Download the results first if you want to keep them. This cannot be undone."
				action="Delete everything"
				cancel="Keep it"
				onConfirm={() => void remove()}
			>
				<Button variant="quiet" className="justify-self-start !text-fail">
					Delete the room
				</Button>
			</Confirm>
		</div>
	);
}
