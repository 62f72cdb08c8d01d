"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Button } from "./button";
import { Tooltip } from "./tooltip";

const ORDER = ["system", "light", "dark"] as const;
type Choice = (typeof ORDER)[number];
const LABELS: Record<Choice, string> = { system: "as the system", light: "light", dark: "dark" };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

const never = () => () => {};

/** Goes round system → light → dark. */
export function ThemeToggle() {
	const { theme, setTheme } = useTheme();
	// The choice is known in the browser only; the server and the first render show the default.
	const mounted = useSyncExternalStore(
		never,
		() => true,
		() => false,
	);
	const choice: Choice = mounted && (theme === "light" || theme === "dark") ? theme : "system";
	const next = ORDER[(ORDER.indexOf(choice) + 1) % ORDER.length] as Choice;
	const Icon = ICONS[choice];
	const label = `Colours: ${LABELS[choice]}. Change to ${LABELS[next]}`;
	return (
		<Tooltip content={`Colours: ${LABELS[choice]}`}>
			<Button variant="quiet" size="sm" icon aria-label={label} onClick={() => setTheme(next)}>
				<Icon aria-hidden="true" />
			</Button>
		</Tooltip>
	);
}
