"use client";

import { Maximize } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Tooltip } from "@/components/ui/tooltip";
import type { ProjectorView } from "@/lib/workshop/contract";
import { JoinCode } from "../join-code";
import { Qr } from "../qr";
import { useRoom } from "../staff/desk";
import { TimerFace } from "../staff/lead/timer";
import { LineNotice, NoView } from "../staff/room-frame";
import { useJoinAddress } from "../use-join-address";
import { ProjectedApproach } from "./approach";
import { ProjectedPoll } from "./poll";
import { ProjectedStep } from "./step";

/** What a room full of people looks at. It holds numbers and no names. */
export function Projector() {
	const { view, link, retry } = useRoom("projector");
	if (view === null) return <NoView link={link} retry={retry} />;
	const approach = Object.entries(view.approaches).sort(([, a], [, b]) => b.at - a.at)[0];
	return (
		<div className="flex min-h-dvh flex-col">
			<LineNotice link={link} retry={retry} />
			<header className="flex items-center gap-4 px-[3vw] pt-[2.5vh]">
				<Mark className="size-[clamp(2rem,2.2vw,2.75rem)] shrink-0" />
				<h1 className="min-w-0 flex-1 truncate font-semibold text-[clamp(1.25rem,1.5vw,1.875rem)] tracking-tight">
					{view.room.title}
				</h1>
				<p className="whitespace-nowrap text-[clamp(1.125rem,1.4vw,1.75rem)] text-ink-muted tabular-nums">
					{view.connected} here
				</p>
				<span className="flex">
					<Tooltip content="Fill the screen">
						<Button variant="quiet" size="sm" icon aria-label="Fill the screen" onClick={toggleFullscreen}>
							<Maximize aria-hidden="true" />
						</Button>
					</Tooltip>
					<ThemeToggle />
				</span>
			</header>
			{view.room.phase === "ended" ? (
				<Over title={view.room.title} />
			) : view.lead || view.poll || approach ? (
				<div className="grid flex-1 gap-x-[3vw] gap-y-10 px-[3vw] py-[4vh] lg:grid-cols-[minmax(0,1fr)_auto]">
					<main className="flex min-w-0 flex-col">
						{view.poll ? (
							<ProjectedPoll poll={view.poll} here={view.connected} />
						) : approach ? (
							<ProjectedApproach id={approach[0]} approach={approach[1]} room={view.room} />
						) : (
							<ProjectedStep view={view} />
						)}
					</main>
					<Side view={view} />
				</div>
			) : (
				<Lobby view={view} />
			)}
		</div>
	);
}

/** Before the room is led anywhere: how to come in, as large as it goes. */
function Lobby({ view }: { view: ProjectorView }) {
	const { room } = view;
	const address = useJoinAddress(room.code);
	return (
		<main className="grid flex-1 items-center gap-x-[5vw] gap-y-10 px-[3vw] py-[4vh] lg:grid-cols-[minmax(0,1fr)_auto]">
			<div className="min-w-0">
				<p className="mb-[3vh] text-[clamp(1.25rem,2.2vw,2.5rem)] text-ink-muted">Join with this code</p>
				<JoinCode code={room.code} className="text-[clamp(3.5rem,13vw,15rem)]" />
				<p className="mt-[4vh] break-all font-mono text-[clamp(1.25rem,2.4vw,2.75rem)]">{address.shown}</p>
				{room.locked && (
					<p className="mt-[2vh] text-[clamp(1.125rem,1.6vw,1.75rem)] text-warn">
						The room is locked: only who was here may come back.
					</p>
				)}
				<div className="mt-[3vh] grid gap-[2vh]">
					{view.timer && <BigTimer timer={view.timer} />}
					<Announcement view={view} />
				</div>
			</div>
			<Qr
				text={address.url}
				label={`QR code of ${address.url}`}
				className="w-[min(34vw,64vh)] justify-self-center rounded-xl max-lg:w-[min(80vw,20rem)]"
			/>
		</main>
	);
}

/** Beside what the room is at: the time, the newest announcement, and how latecomers come in. */
function Side({ view }: { view: ProjectorView }) {
	const { room } = view;
	const address = useJoinAddress(room.code);
	return (
		<aside className="flex flex-col justify-between gap-10 lg:w-[min(24vw,28rem)]">
			<div className="grid gap-8">
				{view.timer && <BigTimer timer={view.timer} />}
				<Announcement view={view} />
			</div>
			<div className="flex flex-wrap items-end gap-x-6 gap-y-4">
				<Qr
					text={address.url}
					label={`QR code of ${address.url}`}
					className="w-[min(11vw,13rem)] rounded-lg max-lg:w-32"
				/>
				<div>
					<p className="mb-2 text-[clamp(1.125rem,1.4vw,1.75rem)] text-ink-muted">
						{room.locked ? "Locked for newcomers" : "Join"}
					</p>
					<JoinCode code={room.code} className="text-[clamp(1.75rem,3vw,3.5rem)]" />
				</div>
				<p className="w-full break-all font-mono text-[clamp(1rem,1.15vw,1.375rem)] text-ink-muted">
					{address.shown}
				</p>
			</div>
		</aside>
	);
}

function BigTimer({ timer }: { timer: NonNullable<ProjectorView["timer"]> }) {
	return (
		<div>
			{timer.label !== undefined && (
				<p className="mb-1 text-[clamp(1.125rem,1.4vw,1.75rem)] text-ink-muted">{timer.label}</p>
			)}
			<TimerFace
				timer={timer}
				className="!gap-[0.18em] font-[640] text-[clamp(2.25rem,5vw,5.5rem)] leading-none tracking-tight [&>svg]:size-[0.7em]"
			/>
		</div>
	);
}

function Announcement({ view }: { view: ProjectorView }) {
	const newest = Object.entries(view.announcements).sort(([, a], [, b]) => b.at - a.at)[0];
	return (
		<div role="status">
			{newest && (
				<p
					key={newest[0]}
					className="animate-rise whitespace-pre-wrap text-pretty rounded-xl bg-accent/10 px-5 py-4 text-[clamp(1.125rem,1.7vw,1.875rem)] leading-snug [overflow-wrap:anywhere]"
				>
					{newest[1].text}
				</p>
			)}
		</div>
	);
}

function Over({ title }: { title: string }) {
	return (
		<main className="grid flex-1 content-center justify-items-center gap-4 px-6 text-center">
			<p className="text-balance font-[640] text-[clamp(2.25rem,5vw,5rem)] tracking-[-0.03em]">
				Thank you for coming
			</p>
			<p className="text-pretty text-[clamp(1.125rem,1.7vw,1.875rem)] text-ink-muted">
				“{title}” is over. Your work and your progress stay in your browser.
			</p>
		</main>
	);
}

function toggleFullscreen(): void {
	// A browser that refuses leaves the page as it is; nothing is lost.
	if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
	else document.documentElement.requestFullscreen?.().catch(() => undefined);
}
