"use client";

import Link from "next/link";
import { useCallback, useEffect, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { hubOf } from "@/components/workshop/words";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { readDoor } from "@/lib/workshop/client/requests";
import { typedCode } from "@/lib/workshop/client/typed-code";
import { type Door, hubSchema, isHubError } from "@/lib/workshop/contract";
import { JoinForm } from "./join-form";

type State =
	| { state: "looking" }
	| { state: "found"; door: Door; hub: string | undefined }
	/** `again`: trying once more may help. */
	| { state: "shut"; title: string; words: string; again: boolean };

/** The door of one room: what it is, and the way in. `typed` and `typedHub` come out of the address. */
export function JoinRoom({ typed, typedHub }: { typed: string; typedHub: string | undefined }) {
	const [state, setState] = useState<State>({ state: "looking" });
	const [attempt, setAttempt] = useState(0);
	const shut = useCallback((error: unknown) => setState(doorShut(error)), []);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to look again
	useEffect(() => {
		const read = typedCode(typed);
		if ("problem" in read)
			return setState({ state: "shut", title: "This is no code", words: read.problem, again: false });
		const named = typedHub === undefined ? undefined : hubOf(typedHub);
		const hub = named === window.location.origin ? undefined : named;
		if (hub !== undefined && !hubSchema.safeParse(hub).success) return setState(NO_HUB);
		const controller = new AbortController();
		setState({ state: "looking" });
		readDoor(read.code, { hub, signal: controller.signal }).then(
			(door) => setState(stateOf(door, hub)),
			(error: unknown) => {
				if (!controller.signal.aborted) shut(error);
			},
		);
		return () => controller.abort();
	}, [typed, typedHub, attempt, shut]);

	if (state.state === "looking")
		return (
			<p role="status" className="flex items-center gap-2.5 text-ink-muted">
				<Spinner /> Looking for the room
			</p>
		);
	if (state.state === "found") return <JoinForm door={state.door} hub={state.hub} onShut={shut} />;
	return (
		<div role="alert">
			<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em]">{state.title}</h1>
			<p className="mt-2 text-pretty text-ink-muted">{state.words}</p>
			<div className="mt-6 flex flex-wrap gap-2">
				{state.again && (
					<Button variant="primary" onClick={() => setAttempt((n) => n + 1)}>
						Try again
					</Button>
				)}
				<Link href="/join" className={`${buttonClass()} hover:border-border-strong`}>
					Another code
				</Link>
				<Link href="/" className={`${buttonClass({ variant: "quiet" })} hover:bg-surface-2 hover:text-ink`}>
					Learn on your own
				</Link>
			</div>
		</div>
	);
}

const NO_HUB: State = {
	state: "shut",
	title: "This is no address of a playground",
	words: "What follows “hub=” in the address of this page is not one such as http://192.168.1.20:3000.",
	again: false,
};

function stateOf(door: Door, hub: string | undefined): State {
	if (door.ended)
		return {
			state: "shut",
			title: "This session is over",
			words: `“${door.title}” has ended. What you did in it is kept in this browser, and every lesson stays open to you.`,
			again: false,
		};
	// Who was here before may come back.
	if (door.locked && !membershipKeeper().findIn(door.code, hub)?.name)
		return {
			state: "shut",
			title: "The room is locked",
			words: `“${door.title}” takes nobody new at the moment. Ask the instructor to unlock it, then try again.`,
			again: true,
		};
	return { state: "found", door, hub };
}

/** Each refusal with a heading of its own; the words are the hub's. */
export function doorShut(error: unknown): Extract<State, { state: "shut" }> {
	const words = error instanceof Error ? error.message : String(error);
	const code = isHubError(error) ? error.code : null;
	const shut = (title: string, again: boolean) => ({ state: "shut", title, words, again }) as const;
	switch (code) {
		case "no-room":
			return shut("There is no such room", false);
		case "too-many-tries":
		case "too-fast":
			return shut("Too many tries", true);
		case "locked":
			return shut("The room is locked", true);
		case "full":
			return shut("The room is full", true);
		case "ended":
			return shut("This session is over", false);
		case "removed":
			return shut("You were taken out of this room", false);
		case "off":
			return shut("No workshops here", false);
		default:
			return shut("The room does not answer", true);
	}
}
