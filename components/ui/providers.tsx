"use client";

import "@/lib/util/no-eval";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { Toaster } from "./toaster";
import { TooltipProvider } from "./tooltip";

export function Providers({ children }: { children: ReactNode }) {
	return (
		<ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
			<TooltipProvider>{children}</TooltipProvider>
			<Toaster />
		</ThemeProvider>
	);
}
