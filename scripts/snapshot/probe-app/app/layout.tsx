import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import styles from "./layout.module.css";

export const metadata: Metadata = { title: { default: "Probe", template: "%s · Probe" } };
export const viewport: Viewport = { themeColor: "#fff" };

export default function Layout({ children }: { children: ReactNode }) {
	return (
		<html lang="en">
			<body className={styles.body}>{children}</body>
		</html>
	);
}
