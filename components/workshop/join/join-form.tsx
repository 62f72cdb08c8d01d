"use client";

import { ArrowRight, Check, EyeOff, ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { hostOf, spaced } from "@/components/workshop/words";
import { startingLesson, writeHandled } from "@/lib/workshop/client/follow";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import { isHubUnreachable, joinRoom, readView } from "@/lib/workshop/client/requests";
import { type Door, LIMITS } from "@/lib/workshop/contract";
import { WhereCodeRuns } from "./where-code-runs";

/** A name or none, what the instructor will see, and in. */
export function JoinForm({
	door,
	hub,
	onShut,
}: {
	door: Door;
	/** The room's playground, where it is another one. */
	hub: string | undefined;
	onShut: (error: unknown) => void;
}) {
	const router = useRouter();
	const [name, setName] = useState("");
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState("");
	// As it was when the door was opened: going in changes it.
	const [known] = useState(() => membershipKeeper().findIn(door.code, hub));
	const isBack = known !== null && known.name !== "";

	const enter = async (event: FormEvent) => {
		event.preventDefault();
		if (busy) return;
		setBusy(true);
		setProblem("");
		try {
			router.push(await goIn(door, hub, name.trim()));
		} catch (error) {
			setBusy(false);
			if (isHubUnreachable(error)) setProblem(error.message);
			else onShut(error);
		}
	};

	return (
		<>
			<p className="eyebrow mb-2">
				Workshop <span className="whitespace-nowrap">{spaced(door.code)}</span>
			</p>
			<h1 className="text-balance font-[640] text-3xl tracking-[-0.025em] [overflow-wrap:anywhere]">
				{door.title}
			</h1>
			<form onSubmit={enter} className="mt-8 grid gap-6">
				{isBack ? (
					<p className="[overflow-wrap:anywhere]">
						Welcome back. You were here as <strong className="font-semibold">{known.name}</strong>; you go on
						where you were.
					</p>
				) : (
					<Field label="Your name in the room" hint="Leave it empty, and you get a pseudonym.">
						{(ids) => (
							<TextInput
								{...ids}
								value={name}
								maxLength={LIMITS.name}
								onChange={({ target }) => setName(target.value)}
								className="!h-11 !text-base w-full"
							/>
						)}
					</Field>
				)}
				<WhereCodeRuns code={door.code} hub={hub} />
				<section
					aria-labelledby="seen"
					className="rounded-lg border border-border bg-surface p-4 text-sm leading-snug"
				>
					<h2 id="seen" className="font-semibold">
						What the instructor sees
					</h2>
					<ul className="mt-2.5 grid gap-2.5 text-ink-muted">
						<Point Icon={Check}>
							Your name or pseudonym, the lesson you are in, and when you last did something.
						</Point>
						<Point Icon={ListChecks}>
							Which of your checks pass or fail, hints and solutions you open, and how you vote.
						</Point>
						<Point Icon={EyeOff}>
							<strong className="font-medium text-ink">Not your code</strong>, unless you allow it, and you
							can take that back. Other learners see nothing of you.
						</Point>
					</ul>
					<p className="mt-3 text-ink-muted">
						It is kept on {hub === undefined ? "this playground’s server" : hostOf(hub)} until the instructor
						deletes the room, and goes nowhere else.
					</p>
				</section>
				<div className="grid gap-2">
					<Button type="submit" variant="primary" className="!h-11 !text-base">
						{busy && <Spinner />}
						{isBack ? "Go back in" : name.trim() === "" ? "Join with a pseudonym" : "Join"}
						{!busy && <ArrowRight aria-hidden="true" />}
					</Button>
					<p role="alert" className="min-h-5 text-fail text-sm leading-snug">
						{problem}
					</p>
				</div>
			</form>
		</>
	);
}

function Point({ Icon, children }: { Icon: typeof Check; children: React.ReactNode }) {
	return (
		<li className="flex gap-2.5">
			<Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
			<span>{children}</span>
		</li>
	);
}

/** Joins, and gives the address of the lesson where the room is. */
async function goIn(door: Door, hub: string | undefined, name: string): Promise<string> {
	const keeper = membershipKeeper();
	const place = keeper.prepare(door.code, "learner", hub);
	const joined = await joinRoom(door.code, { secret: place.secret, ...(name !== "" && { name }) }, { hub });
	keeper.remember({ ...place, name: joined.name, title: door.title, at: Date.now() });
	keeper.enter(door.code);
	const message = await readView(place);
	if (message.type !== "view" || message.view.role !== "learner") return "/";
	// Whatever the leader points to is shown once there.
	writeHandled(door.code, (message.view.lead?.number ?? 1) - 1);
	return `/lessons/${startingLesson(message.view)}`;
}
