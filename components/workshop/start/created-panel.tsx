"use client";

import { ArrowRight, Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { saveFile } from "@/components/ui/save-file";
import type { CreatedRoom } from "@/lib/workshop/contract";
import { fileName, spaced } from "../words";

/** The codes of a new room. The key and the helpers' code are told this once. */
export function CreatedPanel({
	room,
	onEnter,
}: {
	room: CreatedRoom & { title: string };
	onEnter: () => void;
}) {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<div className="mx-auto max-w-2xl">
			<h1
				ref={heading}
				tabIndex={-1}
				className="text-balance font-[640] text-3xl tracking-[-0.025em] focus:outline-none"
			>
				The room is open
			</h1>
			<p className="mt-2 text-pretty text-ink-muted">
				Keep the key before you go in: it is shown this once. This browser remembers it too; the key is for
				another computer, or for when this browser’s data is cleared.
			</p>
			<dl className="mt-8 overflow-hidden rounded-xl border border-border bg-surface shadow-raised">
				<Secret
					name="Join code"
					about="For learners. It is on the projector all the time."
					value={room.code}
					shown={spaced(room.code)}
					large
				/>
				<Secret
					name="Your instructor key"
					about="Whoever has it runs the room. Do not show it on the projector."
					value={room.instructorKey}
				/>
				<Secret
					name="Code for helpers"
					about="They see the help queue and, with consent, code. They cannot end the room."
					value={room.helperCode}
					shown={spaced(room.helperCode)}
				/>
			</dl>
			<div className="mt-6 flex flex-wrap gap-2">
				<Button variant="primary" className="!h-11 !px-5 !text-[0.9375rem]" onClick={onEnter}>
					Go into the room
					<ArrowRight aria-hidden="true" />
				</Button>
				<Button
					className="!h-11"
					onClick={() => saveFile(`${fileName(room.title)}-keys.txt`, "text/plain", asText(room))}
				>
					<Download aria-hidden="true" />
					Download as a file
				</Button>
			</div>
		</div>
	);
}

function Secret({
	name,
	about,
	value,
	shown = value,
	large = false,
}: {
	name: string;
	about: string;
	value: string;
	shown?: string;
	large?: boolean;
}) {
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-b px-5 py-4 last:border-b-0">
			<dt className="min-w-48 flex-1">
				<span className="block font-medium text-sm">{name}</span>
				<span className="block text-pretty text-ink-muted text-xs leading-snug">{about}</span>
			</dt>
			<dd className="flex min-w-0 items-center gap-3">
				<code className={large ? "font-medium text-2xl tracking-wider" : "break-all text-sm"}>{shown}</code>
				<CopyButton text={value} label={`Copy: ${name.toLowerCase()}`} />
			</dd>
		</div>
	);
}

function asText({ title, code, instructorKey, helperCode }: CreatedRoom & { title: string }): string {
	const { origin } = window.location;
	return [
		title,
		"",
		`Join code for learners:  ${code}   ${origin}/join/${code}`,
		`Instructor key:          ${instructorKey}   ${origin}/workshop/${code}`,
		`Code for helpers:        ${helperCode}   ${origin}/workshop/${code}/help`,
		"",
		"Whoever has the instructor key runs the room. Keep it to yourself.",
		"",
	].join("\n");
}
