"use client";

import { X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { INPUT } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { type InstructorView, LIMITS } from "@/lib/workshop/contract";
import { lasting } from "../../words";
import { useDesk, useHubNow } from "../desk";

/** An announcement to everyone, and those that stand. */
export function Announce({ view }: { view: InstructorView }) {
	const { send } = useDesk();
	const now = useHubNow(30_000);
	const [text, setText] = useState("");
	const announce = async () => {
		const said = text.trim();
		if (said === "") return;
		if ((await send({ type: "announce", text: said })) !== null) setText("");
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
			event.preventDefault();
			void announce();
		}
	};
	const standing = Object.entries(view.announcements).sort(([, a], [, b]) => b.at - a.at);
	return (
		<div className="grid gap-3">
			<form
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					void announce();
				}}
				className="grid gap-2"
			>
				<textarea
					aria-label="Announcement"
					value={text}
					rows={2}
					maxLength={LIMITS.text}
					placeholder="We go on at 10:40. Grab a coffee."
					onChange={({ target }) => setText(target.value)}
					onKeyDown={onKeyDown}
					className={cx(INPUT, "w-full resize-y py-2 leading-snug")}
				/>
				<div className="flex items-center gap-3">
					<Button type="submit" size="sm">
						Announce
					</Button>
					<span className="text-ink-muted text-xs">
						<Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
					</span>
				</div>
			</form>
			{standing.length > 0 && (
				<ul aria-label="Announcements" className="grid gap-1.5">
					{standing.map(([id, { at, text: said }]) => (
						<li
							key={id}
							className="flex items-start gap-2 rounded-md bg-surface-2 py-1.5 pr-1 pl-3 text-sm leading-snug"
						>
							<span className="min-w-0 flex-1 whitespace-pre-wrap py-0.5 [overflow-wrap:anywhere]">
								{said}
							</span>
							<span className="shrink-0 py-1 text-ink-muted text-xs tabular-nums">{lasting(now - at)}</span>
							<Button
								variant="quiet"
								size="sm"
								icon
								aria-label={`Take down: ${said}`}
								onClick={() => void send({ type: "announcement-remove", announcement: id })}
							>
								<X aria-hidden="true" />
							</Button>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
