import Link from "next/link";
import type { ReactNode } from "react";

export default function KioskLayout({ children }: { children: ReactNode }) {
	return (
		<>
			<nav>
				<Link href="/">Counter</Link>
				<Link href="/kiosk/board">Board</Link>
				<Link href="/kiosk/order">Order</Link>
			</nav>
			{children}
		</>
	);
}
