"use client";

import type { ReactNode } from "react";
import { allGreen } from "@/components/checks/status";
import { StatusIcon } from "@/components/checks/status-icon";
import { CheckTick } from "./check-tick";
import { useCheckViews } from "./use-check-views";

/** A numbered step of a lesson; its checks stand below it and tick by themselves. */
export function Step({
	title,
	checks = [],
	children,
}: {
	title: string;
	checks?: string[];
	children: ReactNode;
}) {
	const done = allGreen(useCheckViews(checks));
	return (
		<section className="step" data-done={done}>
			<h2 className="step-title">
				<span className="step-mark">
					{done && <StatusIcon status="pass" />}
					{done && <span className="sr-only">Done: </span>}
				</span>
				{title}
			</h2>
			{children}
			{checks.length > 0 && (
				<ul className="step-checks" aria-label={`Checks of “${title}”`}>
					{checks.map((id) => (
						<li key={id}>
							<CheckTick id={id} />
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
