"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

export function Toaster() {
	const { resolvedTheme } = useTheme();
	return (
		<Sonner
			theme={resolvedTheme === "dark" ? "dark" : "light"}
			position="bottom-left"
			toastOptions={{
				classNames: {
					toast: "!rounded-lg !border-border !bg-surface !text-ink !shadow-floating !font-sans",
					description: "!text-ink-muted",
					actionButton: "!bg-accent !text-accent-ink",
				},
			}}
		/>
	);
}
