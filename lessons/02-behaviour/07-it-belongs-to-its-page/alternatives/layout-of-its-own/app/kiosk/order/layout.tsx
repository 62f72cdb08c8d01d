import type { ReactNode } from "react";

export const runtime = "nodejs";

export default function OrderLayout({ children }: { children: ReactNode }) {
	return children;
}
