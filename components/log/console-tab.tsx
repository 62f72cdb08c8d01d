"use client";

import { useMemo, useState } from "react";
import { usePreviewState } from "@/components/lesson/lesson-context";
import type { Playground } from "@/lib/playground/types";
import { consoleLine } from "./lines";
import { LogView } from "./log-view";

/** What the app's pages print in the browser, uncaught errors included. */
export function ConsoleTab({ playground }: { playground: Playground }) {
	const { console: entries, javaScript } = usePreviewState(playground);
	const [clearedTo, setClearedTo] = useState(-1);
	const lines = useMemo(
		() => entries.filter(({ seq }) => seq > clearedTo).map(consoleLine),
		[entries, clearedTo],
	);
	return (
		<LogView
			label="Browser console"
			lines={lines}
			empty={
				javaScript
					? "What your app’s pages print in the browser appears here."
					: "JavaScript is off in the preview, so pages print nothing."
			}
			onClear={() => setClearedTo(entries.at(-1)?.seq ?? clearedTo)}
		/>
	);
}
