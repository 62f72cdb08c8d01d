import { CircleAlert, CloudCheck } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import type { SaveState as State } from "@/lib/workspace";

const WORDS: Record<State["state"], string> = {
	loading: "Reading your edits …",
	saved: "Saved in this browser",
	saving: "Saving …",
	unsaved: "Not saved",
};

/** Whether what was typed is kept. */
export function SaveState({ save }: { save: State }) {
	const unsaved = save.state === "unsaved";
	const Icon = unsaved ? CircleAlert : CloudCheck;
	const words = (
		<span
			role="status"
			// The reason stands in a tooltip, which needs focus to be read.
			tabIndex={unsaved ? 0 : undefined}
			className={cx(
				"flex items-center gap-1.5 whitespace-nowrap px-1.5 text-xs",
				unsaved ? "font-medium text-warn" : "text-ink-muted",
			)}
		>
			<Icon className="size-3.5 shrink-0" aria-hidden="true" />
			<span className={unsaved ? undefined : "sr-only @2xl:not-sr-only"}>{WORDS[save.state]}</span>
			{unsaved && <span className="sr-only">{save.reason}</span>}
		</span>
	);
	return unsaved ? <Tooltip content={save.reason}>{words}</Tooltip> : words;
}
