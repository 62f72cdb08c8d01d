"use client";

import { ChevronRight, X } from "lucide-react";
import Link from "next/link";
import { useStore } from "zustand";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { useMounted } from "../use-mounted";
import { spaced } from "../words";

/** The rooms in which this browser is staff. Nothing where there is none. */
export function RoomsHere() {
	// What the browser keeps is unknown to the server and the first render.
	return useMounted() ? <List /> : null;
}

function List() {
	const memberships = membershipKeeper();
	const all = useStore(memberships.store, (state) => state.rooms);
	const known = all.filter(({ role }) => role !== "learner");
	if (known.length === 0) return null;
	return (
		<section aria-labelledby="rooms-here">
			<h2 id="rooms-here" className="mb-3 font-semibold text-lg tracking-tight">
				Your rooms
			</h2>
			<ul className="overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
				{known.map(({ code, title, role, at }) => (
					<li
						key={`${code}/${role}`}
						className="flex items-center border-border border-b pr-2 last:border-b-0"
					>
						<Link
							href={`/workshop/${code}${role === "helper" ? "/help" : ""}`}
							className="group flex min-w-0 flex-1 items-center gap-3 px-4 py-3.5 hover:bg-surface-2/60 focus-visible:-outline-offset-2 sm:px-5"
						>
							<span className="min-w-0 flex-1">
								<span className="block truncate font-medium leading-snug">{title || spaced(code)}</span>
								<span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-ink-muted text-xs">
									<span className="font-mono">{spaced(code)}</span>
									<span>{new Date(at).toLocaleDateString()}</span>
									{role === "helper" && <Badge>Helper</Badge>}
								</span>
							</span>
							<ChevronRight
								aria-hidden="true"
								className="size-4.5 shrink-0 text-border-strong transition-transform group-hover:translate-x-0.5 group-hover:text-ink"
							/>
						</Link>
						<Confirm
							title={`Forget “${title}” here?`}
							description="Only this browser forgets its key; the room itself goes on. Without the key there is no way back in."
							action="Forget it"
							cancel="Keep it"
							onConfirm={() => memberships.forget(code, role)}
						>
							<Button variant="quiet" size="sm" icon aria-label={`Forget in this browser: ${title}`}>
								<X aria-hidden="true" />
							</Button>
						</Confirm>
					</li>
				))}
			</ul>
		</section>
	);
}
