"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { useShell } from "./lesson-context";
import type { Pane } from "./shell-store";
import { useRememberedLayout } from "./use-remembered-layout";

export interface PanesProps {
	read: ReactNode;
	code: ReactNode;
	preview: ReactNode;
	checks: ReactNode;
}

const CLIPPED = { overflow: "hidden" };

/**
 * The four panes of a lesson. One tree for every width: on a narrow screen app/workspace.css lays them over each
 * other and hides all but one, so that the preview's iframe is never moved, which would reload it.
 */
export function Panes({ read, code, preview, checks }: PanesProps) {
	const columns = useRememberedLayout("columns");
	const rows = useRememberedLayout("rows");
	const below = useRememberedLayout("below");
	const narrow = useNarrow();
	return (
		<Group id="columns" disabled={narrow} {...columns}>
			<Panel id="read" defaultSize="34%" minSize="20%" style={CLIPPED}>
				<PaneBody pane="read">{read}</PaneBody>
			</Panel>
			<Divider label="Resize the lesson’s text" />
			<Panel id="work" minSize="35%" style={CLIPPED}>
				<Group id="rows" orientation="vertical" disabled={narrow} {...rows}>
					<Panel id="code" defaultSize="52%" minSize="15%" style={CLIPPED}>
						<PaneBody pane="code">{code}</PaneBody>
					</Panel>
					<Divider label="Resize the editor" />
					<Panel id="below" minSize="15%" style={CLIPPED}>
						<Group id="below" disabled={narrow} {...below}>
							<Panel id="preview" defaultSize="56%" minSize="25%" style={CLIPPED}>
								<PaneBody pane="preview">{preview}</PaneBody>
							</Panel>
							<Divider label="Resize the preview" />
							<Panel id="checks" minSize="25%" style={CLIPPED}>
								<PaneBody pane="checks">{checks}</PaneBody>
							</Panel>
						</Group>
					</Panel>
				</Group>
			</Panel>
		</Group>
	);
}

/** The text needs no name, and the preview names itself. */
const LABELS: Partial<Record<Pane, string>> = { code: "Editor", checks: "Checks and logs" };

function PaneBody({ pane, children }: { pane: Pane; children: ReactNode }) {
	const active = useShell((state) => state.pane === pane);
	const label = LABELS[pane];
	const Element = label === undefined ? "div" : "section";
	return (
		<Element aria-label={label} className="pane" data-pane={pane} data-active={active}>
			{children}
		</Element>
	);
}

function Divider({ label }: { label: string }) {
	return <Separator aria-label={label} className="divider" />;
}

const NARROW = "(max-width: 900px)";

/** Kept equal to the media query of app/workspace.css. */
function useNarrow(): boolean {
	return useSyncExternalStore(
		(listener) => {
			const query = matchMedia(NARROW);
			query.addEventListener("change", listener);
			return () => query.removeEventListener("change", listener);
		},
		() => matchMedia(NARROW).matches,
		() => false,
	);
}
