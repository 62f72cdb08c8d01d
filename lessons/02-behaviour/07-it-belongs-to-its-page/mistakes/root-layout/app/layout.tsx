import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const runtime = "nodejs";

export const metadata: Metadata = {
	title: "My app",
	// An empty icon, so that the browser does not ask for /favicon.ico.
	icons: { icon: "data:," },
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		<html lang="en">
			<body>
				<main className="page">{children}</main>
			</body>
		</html>
	);
}
