import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
	title: "Corner bakery",
	// An empty icon, so that the browser does not ask for /favicon.ico.
	icons: { icon: "data:," },
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		<html lang="en">
			<body>
				<main className="page">
					<nav>
						<Link href="/">Questions</Link>
						<Link href="/hours">Opening hours</Link>
					</nav>
					{children}
				</main>
			</body>
		</html>
	);
}
