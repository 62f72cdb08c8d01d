import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { Mark } from "./mark";

/** A whole page that has only one thing to say. */
export function MessagePage({
	title,
	action,
	children,
}: {
	title: string;
	action?: ReactNode;
	children: ReactNode;
}) {
	return (
		<main className="mx-auto grid min-h-dvh max-w-md content-center px-6 py-16">
			<Mark className="mb-6 size-8" />
			<h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
			<div className="mt-2 text-ink-muted">{children}</div>
			<div className="mt-6 flex gap-2">
				{action}
				<Link href="/" className={buttonClass({ variant: "outline" })}>
					Lesson map
				</Link>
			</div>
		</main>
	);
}
