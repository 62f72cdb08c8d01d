"use client";

export function LetterField({ draft }: { draft: string }) {
	return (
		<div className="field">
			<label htmlFor="letter">Letter</label>
			<textarea id="letter" rows={8} defaultValue={draft} />
			<p role="status" />
		</div>
	);
}
