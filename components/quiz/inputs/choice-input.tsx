"use client";

import { useId } from "react";
import { cx } from "@/components/ui/cx";
import { shuffled } from "@/lib/quiz/choose";
import { Rich } from "../rich";

/** Options to choose one or several of, in an order of their own for each seed. Values are the options' numbers. */
export function ChoiceInput({
	legend,
	options,
	chosen,
	onChange,
	seed,
	many = false,
	output = false,
}: {
	legend: string;
	options: readonly { text: string }[];
	chosen: readonly number[];
	onChange: (chosen: number[]) => void;
	seed: string;
	many?: boolean;
	/** The options are outputs: shown as they would be printed. */
	output?: boolean;
}) {
	const name = useId();
	const order = shuffled(
		options.map((_, index) => index),
		seed,
	);
	return (
		<fieldset className="grid min-w-0 gap-2">
			<legend className="mb-2 text-ink-muted text-sm">{legend}</legend>
			{order.map((index) => (
				<label key={index} className={OPTION}>
					<input
						type={many ? "checkbox" : "radio"}
						name={name}
						checked={chosen.includes(index)}
						onChange={({ target }) => {
							if (!many) onChange([index]);
							else onChange(target.checked ? [...chosen, index] : chosen.filter((other) => other !== index));
						}}
						className={CONTROL}
					/>
					<span className={cx("min-w-0", output && "whitespace-pre-wrap font-mono text-[0.8125rem]")}>
						{output ? options[index]?.text : <Rich text={options[index]?.text ?? ""} />}
					</span>
				</label>
			))}
		</fieldset>
	);
}

export const OPTION =
	"flex cursor-pointer items-start gap-3 rounded-lg border border-border bg-surface px-4 py-3 leading-snug transition-colors hover:border-border-strong has-checked:border-accent has-checked:bg-accent/[0.06] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2";
export const CONTROL = "mt-0.5 size-4 shrink-0 accent-(--accent) focus-visible:outline-none";
