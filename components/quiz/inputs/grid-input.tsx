"use client";

import { useId } from "react";
import { Rich } from "../rich";

/** One group of radio buttons a statement: true or false. */
export function GridInput({
	statements,
	marked,
	onChange,
}: {
	statements: readonly { text: string }[];
	marked: readonly (boolean | null)[];
	onChange: (marked: (boolean | null)[]) => void;
}) {
	const name = useId();
	return (
		<div className="overflow-hidden rounded-lg border border-border bg-surface">
			{statements.map(({ text }, index) => (
				<fieldset
					key={index}
					className="flex flex-wrap items-center gap-x-6 gap-y-2.5 border-border border-b px-4 py-3 last:border-b-0"
				>
					<legend className="float-left w-full min-w-0 leading-snug sm:w-auto sm:flex-1">
						<Rich text={text} />
					</legend>
					<span className="flex shrink-0 gap-1.5">
						{[true, false].map((value) => (
							<label
								key={String(value)}
								className="flex cursor-pointer items-center gap-2 rounded-md border border-border px-3 py-1.5 text-sm transition-colors hover:border-border-strong has-checked:border-accent has-checked:bg-accent/[0.06] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
							>
								<input
									type="radio"
									name={`${name}-${index}`}
									checked={marked[index] === value}
									onChange={() => onChange(marked.map((mark, other) => (other === index ? value : mark)))}
									className="size-3.5 accent-(--accent) focus-visible:outline-none"
								/>
								{value ? "True" : "False"}
							</label>
						))}
					</span>
				</fieldset>
			))}
		</div>
	);
}
