"use client";

import { AppWindow, BookOpenText, CodeXml, ListChecks } from "lucide-react";
import { countPassed, viewChecks } from "@/components/checks/status";
import { cx } from "@/components/ui/cx";
import { useChecks, useLesson, useShell } from "./lesson-context";
import type { Pane } from "./shell-store";

const PANES: { pane: Pane; words: string; Icon: typeof CodeXml }[] = [
	{ pane: "read", words: "Read", Icon: BookOpenText },
	{ pane: "code", words: "Code", Icon: CodeXml },
	{ pane: "preview", words: "Preview", Icon: AppWindow },
	{ pane: "checks", words: "Checks", Icon: ListChecks },
];

/** On a narrow screen: which of the four panes is seen. Within reach of the thumb. */
export function PaneSwitcher() {
	const { shell, briefs, playground, sourceHash } = useLesson();
	const pane = useShell((state) => state.pane);
	const state = useChecks(playground?.checks ?? null, (whole) => whole);
	const passed = countPassed(viewChecks(briefs, state, sourceHash));
	return (
		<nav
			aria-label="Panes"
			className="pane-switcher js-only shrink-0 border-border border-t bg-surface pb-[env(safe-area-inset-bottom)]"
		>
			<ul className="grid grid-cols-4">
				{PANES.map(({ pane: target, words, Icon }) => (
					<li key={target}>
						<button
							type="button"
							aria-current={pane === target ? "true" : undefined}
							onClick={() => shell.showPane(target)}
							className={cx(
								"relative flex h-14 w-full flex-col items-center justify-center gap-1 font-medium text-[0.6875rem] focus-visible:-outline-offset-2",
								pane === target ? "text-accent" : "text-ink-muted",
							)}
						>
							<span
								aria-hidden="true"
								className={cx(
									"absolute inset-x-6 top-0 h-0.5 rounded-full",
									pane === target ? "bg-accent" : "bg-transparent",
								)}
							/>
							<Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
							<span>
								{words}
								{target === "checks" && (
									<span className="ml-1 tabular-nums">
										{passed}/{briefs.length}
									</span>
								)}
							</span>
						</button>
					</li>
				))}
			</ul>
		</nav>
	);
}
