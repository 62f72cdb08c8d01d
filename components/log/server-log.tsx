"use client";

import { useEffect, useState } from "react";
import type { Playground } from "@/lib/playground/types";
import type { Session } from "@/lib/sandbox/session/types";
import { type LogLine, serverLine } from "./lines";
import { LogView } from "./log-view";

/** More than this is of no use to a reader and slow to draw. */
const MAX_LINES = 1000;

export function ServerLog({ playground: { session } }: { playground: Playground }) {
	const { lines, clear } = useServerLog(session);
	return (
		<LogView
			label="Server log"
			lines={lines}
			empty="What Next.js and your code print on the server appears here."
			onClear={clear}
		/>
	);
}

function useServerLog(session: Session): { lines: LogLine[]; clear: () => void } {
	const [lines, setLines] = useState<LogLine[]>([]);
	useEffect(() => {
		setLines((session.runner?.logs() ?? []).map(serverLine).slice(-MAX_LINES));
		return session.onRunnerEvent((event) => {
			if (event.type === "log") {
				const line = serverLine(event.entry);
				setLines((before) =>
					before.some(({ key }) => key === line.key) ? before : [...before, line].slice(-MAX_LINES),
				);
			}
			if (event.type === "gone") {
				const at = Date.now();
				setLines((before) => [...before, { key: `gone-${at}`, at, level: "warn", text: event.reason }]);
			}
		});
	}, [session]);
	return { lines, clear: () => setLines([]) };
}
