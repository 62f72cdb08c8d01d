import { GeistMono } from "geist/font/mono";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { Providers } from "@/components/ui/providers";
import "./globals.css";

const inter = localFont({
	src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
	variable: "--font-inter",
	weight: "100 900",
	display: "swap",
});

export const metadata: Metadata = {
	title: { default: "Server Actions Playground", template: "%s · Server Actions Playground" },
	description:
		"Learn Next.js Server Actions by doing: guided lessons beside a real Next.js app, with checks that observe how it behaves.",
};

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f6f5f1" },
		{ media: "(prefers-color-scheme: dark)", color: "#111215" },
	],
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		// next-themes sets the attribute before React looks at the page.
		<html lang="en" className={`${inter.variable} ${GeistMono.variable}`} suppressHydrationWarning>
			<head>
				<noscript>
					<style>{".js-only{display:none!important}"}</style>
				</noscript>
			</head>
			<body>
				<Providers>{children}</Providers>
			</body>
		</html>
	);
}
