"use client";

import { Timer as TimerIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Field, TextInput } from "@/components/ui/field";
import { type InstructorView, LIMITS } from "@/lib/workshop/contract";
import { countdown } from "../../words";
import { useDesk, useHubNow } from "../desk";

type Timer = NonNullable<InstructorView["timer"]>;

const PRESETS = [2, 5, 10, 15];

/** The time left, going down. */
export function TimerFace({ timer, className }: { timer: Timer; className?: string }) {
	const now = useHubNow(500);
	const left = timer.endsAt - now;
	return (
		<p className={cx("flex items-center gap-1.5 tabular-nums", left <= 0 && "text-warn", className)}>
			<TimerIcon aria-hidden="true" className="size-[1.1em] shrink-0" />
			<span role="timer" aria-label={timer.label === undefined ? "Timer" : `Timer: ${timer.label}`}>
				{left <= 0 ? "Time is up" : countdown(left)}
			</span>
		</p>
	);
}

/** Starting, seeing and stopping the room's timer. */
export function TimerSection({ view }: { view: InstructorView }) {
	const { send, now } = useDesk();
	const [minutes, setMinutes] = useState("5");
	const [label, setLabel] = useState("");
	const start = (many: number) =>
		send({
			type: "timer-start",
			seconds: Math.min(36_000, Math.max(5, Math.round(many * 60))),
			...(label.trim() !== "" && { label: label.trim() }),
		});
	if (view.timer)
		return (
			<div className="flex flex-wrap items-center gap-x-4 gap-y-2">
				<TimerFace timer={view.timer} className="font-semibold text-2xl" />
				{view.timer.label !== undefined && <p className="text-ink-muted text-sm">{view.timer.label}</p>}
				<span className="ml-auto flex gap-2">
					<Button
						size="sm"
						onClick={() => {
							const { timer } = view;
							// One minute more, by starting anew with what is left.
							if (timer) void send({ ...more(timer, now()), type: "timer-start" });
						}}
					>
						+1 min
					</Button>
					<Button size="sm" onClick={() => void send({ type: "timer-stop" })}>
						Stop
					</Button>
				</span>
			</div>
		);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (Number(minutes) > 0) void start(Number(minutes));
	};
	return (
		<form onSubmit={submit} className="grid gap-3">
			<div className="flex flex-wrap gap-2">
				{PRESETS.map((each) => (
					<Button key={each} size="sm" onClick={() => void start(each)}>
						{each} min
					</Button>
				))}
			</div>
			<div className="grid grid-cols-[5rem_1fr_auto] items-end gap-2">
				<Field label="Minutes">
					{(ids) => (
						<TextInput
							{...ids}
							type="number"
							min={1}
							max={600}
							value={minutes}
							onChange={({ target }) => setMinutes(target.value)}
						/>
					)}
				</Field>
				<Field label="What for">
					{(ids) => (
						<TextInput
							{...ids}
							value={label}
							maxLength={LIMITS.title}
							placeholder="Break"
							onChange={({ target }) => setLabel(target.value)}
						/>
					)}
				</Field>
				<Button type="submit">Start</Button>
			</div>
		</form>
	);
}

function more({ endsAt, label }: Timer, now: number) {
	return {
		seconds: Math.min(36_000, Math.max(0, Math.ceil((endsAt - now) / 1000)) + 60),
		...(label !== undefined && { label }),
	};
}
