"use client";

type Save = (text: string) => Promise<void>;

export function Buttons(props: { saveAction: Save; onSave: Save; store: Save }) {
	return Object.entries(props).map(([name, save]) => (
		<button key={name} type="button" onClick={() => save(name)}>
			{name}
		</button>
	));
}
