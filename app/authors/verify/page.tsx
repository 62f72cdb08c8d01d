import type { Metadata } from "next";
import { VerifyHost } from "@/components/authors/verify-host";

export const metadata: Metadata = { title: "Verification", robots: { index: false } };

export default function VerifyPage() {
	return <VerifyHost />;
}
