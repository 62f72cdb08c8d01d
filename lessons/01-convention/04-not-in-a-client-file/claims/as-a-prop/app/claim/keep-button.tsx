"use client";

export function KeepButton({ keepAction }: { keepAction: () => Promise<void> }) {
	return (
		<button type="button" onClick={() => keepAction()}>
			Keep
		</button>
	);
}
