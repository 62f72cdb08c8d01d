import Link from "next/link";
import { buttonClass } from "@/components/ui/button";

/** The way to teach a room with these lessons, and to join one. */
export function WorkshopInvite() {
	return (
		<section
			aria-labelledby="workshop-invite"
			className="mt-20 grid items-center gap-x-10 gap-y-5 rounded-xl border border-border bg-surface p-5 shadow-raised sm:p-6 lg:grid-cols-[1fr_auto]"
		>
			<div>
				<h2 id="workshop-invite" className="font-semibold text-lg tracking-tight">
					In a room with others
				</h2>
				<p className="mt-1 max-w-prose text-pretty text-ink-muted text-sm">
					Teach these lessons live: see who needs help, lead, poll and answer calls for help. Learners join
					with a code and need no account.
				</p>
			</div>
			<div className="flex flex-wrap gap-2">
				<Link href="/join" className={`${buttonClass({ variant: "outline" })} hover:border-border-strong`}>
					Join a workshop
				</Link>
				<Link
					href="/workshop"
					className={`${buttonClass({ variant: "outline" })} hover:border-border-strong`}
				>
					Teach a room
				</Link>
			</div>
		</section>
	);
}
