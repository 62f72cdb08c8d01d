import type { ReactNode } from "react";

export const runtime = "edge";

export default function NearLayout({ children }: { children: ReactNode }) {
	return children;
}
