import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import type { KataQuestion } from "@/lib/quiz/types";

/** The way into the sandbox; every time on a blank slate. */
export function KataLink({ question }: { question: KataQuestion }) {
	return (
		<div className="grid justify-items-start gap-3 rounded-lg border border-border bg-surface p-4">
			<p className="text-ink-muted text-sm">
				This one is done in the sandbox: the app is broken, and{" "}
				{question.checks.length === 1 ? "a check says" : "checks say"} when it is mended. You begin on a blank
				slate each time.
			</p>
			<Link
				href={kataHref(question.id)}
				className={`${buttonClass({ variant: "primary" })} hover:bg-accent/88`}
			>
				Open the kata
			</Link>
		</div>
	);
}

/** `part/lesson#id` as a path of its own. */
export function kataHref(id: string): string {
	return `/kata/${id.replace("#", "/")}`;
}
