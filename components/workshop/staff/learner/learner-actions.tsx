"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { TextInput } from "@/components/ui/field";
import { type BoardRow, LIMITS } from "@/lib/workshop/contract";
import { useDesk } from "../desk";

/** Renaming and removing a learner. */
export function LearnerActions({ id, row, onGone }: { id: string; row: BoardRow; onGone: () => void }) {
	const { send } = useDesk();
	const [name, setName] = useState<string | null>(null);
	const rename = async (event: FormEvent) => {
		event.preventDefault();
		const wanted = name?.trim() ?? "";
		if (wanted === "" || (await send({ type: "learner-rename", learner: id, name: wanted })) !== null)
			setName(null);
	};
	const remove = async (forget: boolean) => {
		onGone();
		await send({ type: "learner-remove", learner: id, ...(forget && { forget: true }) });
	};
	if (name !== null)
		return (
			<form onSubmit={(event) => void rename(event)} className="flex flex-wrap items-center gap-2">
				<TextInput
					aria-label="New name"
					value={name}
					maxLength={LIMITS.name}
					autoFocus
					className="!h-8"
					onChange={({ target }) => setName(target.value)}
				/>
				<Button type="submit" size="sm" variant="primary">
					Rename
				</Button>
				<Button size="sm" onClick={() => setName(null)}>
					Cancel
				</Button>
			</form>
		);
	return (
		<div className="flex flex-wrap gap-2">
			<Button size="sm" onClick={() => setName(row.name)}>
				Rename
			</Button>
			<Confirm
				title={`Remove ${row.name} from the room?`}
				description="They cannot come back with this browser. What they did stays in the results."
				action="Remove"
				onConfirm={() => void remove(false)}
			>
				<Button size="sm">Remove</Button>
			</Confirm>
			<Confirm
				title={`Remove ${row.name} and forget what they did?`}
				description="Nothing of them stays in the results. This cannot be undone."
				action="Remove and forget"
				onConfirm={() => void remove(true)}
			>
				<Button size="sm" variant="quiet">
					Remove and forget
				</Button>
			</Confirm>
		</div>
	);
}
