"use client";

import { Hand, HandHelping } from "lucide-react";
import { useState } from "react";
import { useChecks, useLesson } from "@/components/lesson/lesson-context";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field, INPUT, Select } from "@/components/ui/field";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { lasting } from "@/components/workshop/words";
import { NO_PLACE } from "@/lib/workshop/client/expected-view";
import { type LearnerView, LIMITS } from "@/lib/workshop/contract";
import { useHubNow, useRoom, useRoomState } from "./use-room";

type Help = NonNullable<LearnerView["help"]>;

/** How a call for help stands, in a few words. */
export function helpWords({ claimedBy, ahead }: Pick<Help, "claimedBy" | "ahead">): string {
	if (claimedBy !== undefined) return `${claimedBy} is coming`;
	if (ahead === NO_PLACE) return "Help is called";
	if (ahead === 0) return "You are next";
	return ahead === 1 ? "1 before you" : `${ahead} before you`;
}

/** Calls for help, tied to a check; shows the place in the queue. */
export function HelpButton({ help }: { help: Help | null }) {
	const [open, setOpen] = useState(false);
	return (
		<Popover open={open} onOpenChange={setOpen}>
			<PopoverTrigger
				className={cx(
					"flex h-8 shrink-0 items-center gap-1.5 rounded-md border px-2 font-medium text-xs sm:px-2.5",
					help === null
						? "border-border bg-surface shadow-raised hover:border-border-strong"
						: "border-accent bg-accent/10 text-accent",
				)}
			>
				{help?.claimedBy === undefined ? (
					<Hand aria-hidden="true" className="size-4" />
				) : (
					<HandHelping aria-hidden="true" className="size-4" />
				)}
				<span
					className={cx(
						"max-w-40 truncate",
						help === null && "max-sm:sr-only",
						help && "max-[26rem]:sr-only",
					)}
				>
					{help === null ? "Get help" : helpWords(help)}
				</span>
			</PopoverTrigger>
			<PopoverContent align="end" aria-label="Help" className="!w-[min(22rem,calc(100vw-1.5rem))] p-4">
				{help === null ? <Ask onAsked={() => setOpen(false)} /> : <Asked help={help} />}
			</PopoverContent>
		</Popover>
	);
}

function Ask({ onAsked }: { onAsked: () => void }) {
	const room = useRoom();
	const { view } = useRoomState();
	const { briefs, playground } = useLesson();
	const results = useChecks(playground?.checks ?? null, (state) => state.results);
	const failing = briefs.find(({ id }) => results[id] !== undefined && results[id].verdict !== "pass");
	const [check, setCheck] = useState<string | null>(null);
	const [note, setNote] = useState("");
	const lesson = playground?.lesson.slug;
	const onAgenda = view?.room.agenda.some((step) => step.lesson === lesson);
	if (lesson === undefined || !onAgenda)
		return <p className="text-sm">This lesson is not part of the workshop. Ask from one that is.</p>;
	const chosen = check ?? failing?.id ?? "";
	return (
		<form
			className="grid gap-3.5"
			onSubmit={(event) => {
				event.preventDefault();
				const said = note.trim();
				room.say({
					type: "help-asked",
					lesson,
					...(chosen !== "" && { check: chosen }),
					...(said !== "" && { note: said }),
				});
				onAsked();
			}}
		>
			<div>
				<h2 className="font-semibold text-base tracking-tight">Get help</h2>
				<p className="mt-0.5 text-ink-muted text-sm leading-snug">
					You get a place in the queue, and see how many are before you.
				</p>
			</div>
			<Field
				label="What is it about?"
				hint={chosen !== "" && "The call closes by itself when this check passes."}
			>
				{(ids) => (
					<Select
						{...ids}
						value={chosen}
						onChange={({ target }) => setCheck(target.value)}
						className="w-full"
					>
						<option value="">The lesson in general</option>
						{briefs.map(({ id, title }) => (
							<option key={id} value={id}>
								{title}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field label="A word about it (optional)">
				{(ids) => (
					<textarea
						{...ids}
						rows={2}
						maxLength={LIMITS.text}
						value={note}
						onChange={({ target }) => setNote(target.value)}
						className={`${INPUT} w-full py-2`}
					/>
				)}
			</Field>
			<Button type="submit" variant="primary" className="justify-self-start">
				Call for help
			</Button>
		</form>
	);
}

function Asked({ help }: { help: Help }) {
	const room = useRoom();
	const { outbox } = useRoomState();
	const { briefs } = useLesson();
	const waited = useHubNow(20_000) - help.askedAt;
	const about = briefs.find(({ id }) => id === help.check)?.title;
	return (
		<div className="grid justify-items-start gap-3">
			<div>
				<h2 className="font-semibold text-base tracking-tight">{helpWords(help)}</h2>
				<p className="mt-0.5 text-ink-muted text-sm leading-snug">
					{help.ahead === NO_PLACE && outbox.waiting > 0
						? "Your call is saved here and goes out as soon as the room answers."
						: `Asked ${lasting(waited) === "just now" ? "just now" : `${lasting(waited)} ago`}.`}{" "}
					{about !== undefined && `It closes by itself when “${about}” passes.`}
				</p>
				{help.note !== undefined && (
					<p className="mt-2 border-border-strong border-l-2 pl-3 text-sm [overflow-wrap:anywhere]">
						{help.note}
					</p>
				)}
			</div>
			<Button size="sm" onClick={() => room.say({ type: "help-withdrawn" })}>
				I no longer need help
			</Button>
		</div>
	);
}
