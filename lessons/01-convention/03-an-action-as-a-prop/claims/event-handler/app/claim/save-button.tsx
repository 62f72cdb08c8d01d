"use client";

export function SaveButton({ onSave }: { onSave: (text: string) => Promise<void> }) {
	return (
		<button type="button" onClick={() => onSave("given")}>
			Save
		</button>
	);
}
