"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

export function PrintButton() {
	return (
		<Button variant="primary" className="print:hidden" onClick={() => window.print()}>
			<Printer aria-hidden="true" />
			Print this page
		</Button>
	);
}
