"use client";

import { BuildPanel } from "@/components/build/build-panel";
import { ChecksPanel } from "@/components/checks/checks-panel";
import { InspectorPanel } from "@/components/inspector/inspector-panel";
import { ConsoleTab } from "@/components/log/console-tab";
import { ServerLog } from "@/components/log/server-log";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { modesOf } from "@/lib/lessons/schema";
import type { Playground } from "@/lib/playground/types";
import { useLesson, usePreviewState, useShell } from "./lesson-context";
import type { SideTab } from "./shell-store";

/** Checks, the Action inspector, the browser's console and the server's log, one at a time. */
export function SidePanel({ playground }: { playground: Playground }) {
	const { shell } = useLesson();
	const tab = useShell((state) => state.sideTab);
	const { console: entries } = usePreviewState(playground);
	const builds = modesOf(playground.lesson.meta).includes("production");
	const errors = entries.filter(({ level }) => level === "error").length;
	return (
		<Tabs
			value={tab}
			onValueChange={(value) => shell.showTab(value as SideTab)}
			className="flex h-full min-h-0 flex-col bg-surface"
		>
			<TabsList
				aria-label="Checks and logs"
				className="h-10 shrink-0 overflow-x-auto border-border border-b px-1.5"
			>
				<TabsTrigger value="checks">Checks</TabsTrigger>
				<TabsTrigger value="inspector">Inspector</TabsTrigger>
				<TabsTrigger value="console">
					Console
					{errors > 0 && (
						<span className="rounded-full bg-fail/12 px-1.5 text-[0.6875rem] text-fail tabular-nums">
							{errors}
							<span className="sr-only"> errors</span>
						</span>
					)}
				</TabsTrigger>
				<TabsTrigger value="log">Server log</TabsTrigger>
				{builds && <TabsTrigger value="build">Build output</TabsTrigger>}
			</TabsList>
			{/* Kept mounted: results are announced, and lines collected, whichever tab is seen. */}
			<TabsContent value="checks" forceMount>
				<ChecksPanel playground={playground} />
			</TabsContent>
			<TabsContent value="inspector" forceMount>
				<InspectorPanel playground={playground} />
			</TabsContent>
			<TabsContent value="console" forceMount>
				<ConsoleTab playground={playground} />
			</TabsContent>
			<TabsContent value="log" forceMount>
				<ServerLog playground={playground} />
			</TabsContent>
			{builds && (
				<TabsContent value="build">
					<BuildPanel playground={playground} />
				</TabsContent>
			)}
		</Tabs>
	);
}
