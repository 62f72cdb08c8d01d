import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";

/** A page with one thing to do on it. */
export function JoinPage({ children }: { children: ReactNode }) {
	return (
		<div className="mx-auto max-w-5xl px-5 sm:px-8">
			<SiteHeader current={null} />
			<main className="mx-auto max-w-md pt-8 pb-24 sm:pt-16">
				<noscript>
					<p className="mb-6 rounded-lg border border-border bg-surface p-4">A workshop needs JavaScript.</p>
				</noscript>
				<div className="js-only">{children}</div>
			</main>
		</div>
	);
}
