"use client";

export function SaveButton({ saveAction }: { saveAction: (text: string) => Promise<void> }) {
	return (
		<button type="button" onClick={() => saveAction("given")}>
			Save
		</button>
	);
}
