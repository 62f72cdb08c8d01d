"use client";

import { useId } from "react";

/** A short answer, written or only said aloud. */
export function TextInput({ text, onChange }: { text: string; onChange: (text: string) => void }) {
	const id = useId();
	return (
		<div className="grid gap-2">
			<label htmlFor={id} className="text-ink-muted text-sm">
				Your answer, as you would say it. Saying it aloud and leaving this empty is fine too.
			</label>
			<textarea
				id={id}
				rows={6}
				maxLength={20_000}
				value={text}
				onChange={({ target }) => onChange(target.value)}
				className="w-full rounded-lg border border-border-strong bg-surface px-4 py-3 leading-relaxed"
			/>
		</div>
	);
}

/** What a good answer has, to be ticked by the learner once the model answer is shown. */
export function RubricInput({
	rubric,
	ticked,
	onChange,
}: {
	rubric: readonly { text: string }[];
	ticked: readonly number[];
	onChange: (ticked: number[]) => void;
}) {
	return (
		<fieldset className="grid gap-1.5">
			<legend className="mb-2 font-medium text-sm">Tick what your answer had</legend>
			{rubric.map(({ text }, index) => (
				<label
					key={index}
					className="flex cursor-pointer items-start gap-3 rounded-md px-2 py-1.5 leading-snug hover:bg-surface-2/60"
				>
					<input
						type="checkbox"
						checked={ticked.includes(index)}
						onChange={({ target }) =>
							onChange(target.checked ? [...ticked, index] : ticked.filter((other) => other !== index))
						}
						className="mt-0.5 size-4 shrink-0 accent-(--accent)"
					/>
					<span>{text.replaceAll("`", "")}</span>
				</label>
			))}
		</fieldset>
	);
}
