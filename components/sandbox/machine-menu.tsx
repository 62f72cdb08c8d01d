"use client";

import { Check } from "lucide-react";
import { useStore } from "zustand";
import { cx } from "@/components/ui/cx";
import { type MachineChoice, machineName } from "@/lib/playground/machine-choice";
import type { MachinePicker, MachinePicking } from "@/lib/playground/machine-picker";

const DESCRIPTIONS: Record<Exclude<MachineChoice, "auto">, string> = {
	local: "Started by the playground’s server. The fastest, and it works offline.",
	webcontainer: "In a WebContainer, a Node.js inside this page. Needs the internet and about 1 GB of memory.",
};

/** Where the app shall run; remembered for this browser. Nothing where the site offers no choice. */
export function MachineMenu({ picker }: { picker: MachinePicker }) {
	const picking = useStore(picker.store);
	if (picking.offered.length < 2) return null;
	const choices: MachineChoice[] = ["auto", ...picking.offered];
	return (
		<section aria-labelledby="machine-menu" className="border-border border-t px-2 pt-3 pb-2">
			<h3 id="machine-menu" className="eyebrow px-2 pb-1.5">
				Where the app runs
			</h3>
			<ul className="grid gap-0.5">
				{choices.map((choice) => (
					<li key={choice}>
						<MachineOption
							name={nameOf(choice, picking)}
							description={
								choice === "auto" ? "The next one is tried where it cannot run." : DESCRIPTIONS[choice]
							}
							chosen={picking.choice === choice}
							onChoose={() => picker.choose(choice)}
						/>
					</li>
				))}
			</ul>
			<p className="px-2 pt-1.5 text-ink-muted text-xs leading-snug">
				Your files and your progress stay; what you entered in the app does not.
			</p>
		</section>
	);
}

/** Buttons and not radios: an arrow key alone must not start another machine. */
function MachineOption({
	name,
	description,
	chosen,
	onChoose,
}: {
	name: string;
	description: string;
	chosen: boolean;
	onChoose: () => void;
}) {
	return (
		<button
			type="button"
			aria-pressed={chosen}
			onClick={onChoose}
			className={cx(
				"grid w-full grid-cols-[1rem_1fr] gap-x-2 rounded-md px-2 py-2 text-left focus-visible:-outline-offset-2",
				chosen ? "bg-surface-2" : "hover:bg-surface-2/60",
			)}
		>
			<span aria-hidden="true" className="mt-0.5">
				{chosen && <Check className="size-4 text-accent" />}
			</span>
			<span className="font-medium text-[0.8125rem] text-ink leading-5">{name}</span>
			<span className="col-start-2 text-ink-muted text-xs leading-snug">{description}</span>
		</button>
	);
}

function nameOf(choice: MachineChoice, { automatic }: MachinePicking): string {
	if (choice !== "auto") return machineName(choice);
	return automatic === null ? "Automatic" : `Automatic: ${machineName(automatic).toLowerCase()}`;
}
