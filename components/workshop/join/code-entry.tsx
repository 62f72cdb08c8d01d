"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useStore } from "zustand";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import { useMounted } from "@/components/workshop/use-mounted";
import { doorPath, spaced } from "@/components/workshop/words";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { readDoor } from "@/lib/workshop/client/requests";
import { typedRoom } from "@/lib/workshop/client/typed-code";

/** Where a learner types the code on the projector. */
export function CodeEntry() {
	const router = useRouter();
	const id = useId();
	const [typed, setTyped] = useState("");
	const [problem, setProblem] = useState("");
	const [busy, setBusy] = useState(false);
	const submit = async (event: FormEvent) => {
		event.preventDefault();
		if (busy) return;
		const read = typedRoom(typed, window.location.origin);
		if ("problem" in read) return setProblem(read.problem);
		setBusy(true);
		setProblem("");
		try {
			await readDoor(read.code, { hub: read.hub });
			router.push(doorPath(read.code, read.hub));
		} catch (error) {
			setBusy(false);
			setProblem(error instanceof Error ? error.message : String(error));
		}
	};
	return (
		<>
			<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em]">Join a workshop</h1>
			<p className="mt-2 text-pretty text-ink-muted">
				Type the code that the instructor shows, or the whole address when it is not this one. You need no
				account.
			</p>
			<form onSubmit={submit} className="mt-8 grid gap-2">
				<label htmlFor={id} className="font-medium text-sm">
					Code
				</label>
				<input
					id={id}
					value={typed}
					onChange={({ target }) => {
						setTyped(target.value);
						setProblem("");
					}}
					maxLength={200}
					autoComplete="off"
					autoCapitalize="characters"
					autoCorrect="off"
					spellCheck={false}
					placeholder="ACD EFG"
					aria-describedby={`${id}-problem`}
					aria-invalid={problem !== ""}
					className={cx(
						"h-16 w-full rounded-lg border border-border-strong bg-surface px-4 text-center font-mono placeholder:text-ink-muted/45",
						// An address is longer than a code.
						typed.length > 12 ? "text-base" : "text-3xl uppercase tracking-[0.18em]",
					)}
				/>
				<p id={`${id}-problem`} role="alert" className="min-h-5 text-fail text-sm leading-snug">
					{problem}
				</p>
				<Button type="submit" variant="primary" className="!h-11 justify-self-stretch !text-base">
					{busy ? <Spinner /> : null}
					Join
					{!busy && <ArrowRight aria-hidden="true" />}
				</Button>
			</form>
			<Known />
		</>
	);
}

/** Rooms this browser was in before. */
function Known() {
	const mounted = useMounted();
	return mounted ? <KnownRooms /> : null;
}

function KnownRooms() {
	const rooms = useStore(membershipKeeper().store, (state) => state.rooms).filter(
		({ role, name }) => role === "learner" && name !== "",
	);
	if (rooms.length === 0) return null;
	return (
		<section aria-labelledby="known" className="mt-12">
			<h2 id="known" className="font-semibold text-sm tracking-tight">
				Where you have been
			</h2>
			<ul className="mt-2 overflow-hidden rounded-lg border border-border bg-surface">
				{rooms.slice(0, 5).map(({ code, hub, title, name }) => (
					<li key={code} className="border-border border-b last:border-b-0">
						<Link
							href={doorPath(code, hub)}
							className="flex items-center gap-3 px-4 py-3 transition-colors hover:bg-surface-2/60 focus-visible:-outline-offset-2"
						>
							<span className="min-w-0 flex-1 leading-snug">
								<span className="block truncate font-medium">{title || "Workshop"}</span>
								<span className="block truncate text-ink-muted text-sm">
									<span className="font-mono">{spaced(code)}</span> · as {name}
								</span>
							</span>
							<ArrowRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
						</Link>
					</li>
				))}
			</ul>
		</section>
	);
}
