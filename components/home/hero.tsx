import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { StatusIcon } from "@/components/checks/status-icon";

/** What the playground is, in two sentences, and one look at what a check says. */
export function Hero({ children }: { children: ReactNode }) {
	return (
		<div className="grid items-center gap-x-16 gap-y-12 pt-10 pb-16 sm:pt-16 lg:grid-cols-[1fr_21rem] lg:pb-24">
			<div>
				<h1 className="max-w-[15ch] text-balance font-[640] text-[clamp(2.125rem,6vw,3.375rem)] leading-[1.06] tracking-[-0.035em]">
					Learn Server Actions by running them.
				</h1>
				<p className="mt-5 max-w-[34rem] text-pretty text-[1.0625rem] text-ink-muted leading-relaxed">
					Guided lessons stand beside an editor and a real Next.js app that changes as you type. Checks use
					your app as a visitor would and show you what it did, so every correct solution counts.
				</p>
				<div className="mt-8">{children}</div>
			</div>
			<CheckFigure />
		</div>
	);
}

/** One check as it looks in a lesson; an illustration. */
function CheckFigure() {
	return (
		<figure
			aria-label="An example: a check posts a form without JavaScript, follows the redirect and finds the message stored."
			className="overflow-hidden rounded-xl border border-border bg-surface shadow-floating max-lg:hidden"
		>
			<div aria-hidden="true">
				<div className="flex items-start gap-2.5 border-border border-b px-4 py-3.5">
					<StatusIcon status="pass" className="mt-px" />
					<p className="font-medium text-[0.8125rem] leading-5">A message is stored without JavaScript</p>
				</div>
				<div className="grid gap-2 px-4 py-4 font-mono text-xs">
					<Exchange method="POST" path="/guestbook" status="303" />
					<ArrowDown className="ml-3.5 size-3.5 text-ink-muted" />
					<Exchange method="GET" path="/guestbook?sent=1" status="200" />
				</div>
				<div className="border-border border-t bg-surface-2/55 px-4 py-3.5">
					<p className="eyebrow mb-1.5">messages</p>
					<p className="whitespace-pre font-mono text-xs leading-5">
						{'{ id: 4, name: "Ada",\n  text: "Hello, server" }'}
						<span className="ml-3 text-pass">+ new</span>
					</p>
				</div>
			</div>
		</figure>
	);
}

function Exchange({ method, path, status }: { method: string; path: string; status: string }) {
	return (
		<p className="flex items-center gap-2.5 rounded-md bg-surface-2 px-2.5 py-2">
			<span className="w-9 font-medium text-accent">{method}</span>
			<span className="flex-1 truncate">{path}</span>
			<span className="text-pass">{status}</span>
		</p>
	);
}
