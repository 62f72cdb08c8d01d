"use client";

export function Tick({
	solved,
	solveAction,
}: {
	solved: boolean;
	solveAction: (solved: boolean) => Promise<void>;
}) {
	return (
		<input
			type="checkbox"
			style={{ width: "auto" }}
			checked={solved}
			onChange={(event) => solveAction(event.target.checked)}
		/>
	);
}
