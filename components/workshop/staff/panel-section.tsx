import type { ReactNode } from "react";

/** One thing to do, in a panel of the instructor's. */
export function PanelSection({
	title,
	aside,
	children,
}: {
	title: string;
	aside?: ReactNode;
	children: ReactNode;
}) {
	return (
		<section aria-label={title} className="border-border border-b px-4 py-4 last:border-b-0">
			<div className="mb-3 flex min-h-6 flex-wrap items-center justify-between gap-x-3 gap-y-1">
				<h2 className="font-semibold text-sm tracking-tight">{title}</h2>
				{aside}
			</div>
			{children}
		</section>
	);
}
