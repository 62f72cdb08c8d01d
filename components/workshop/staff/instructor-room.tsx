"use client";

import { ExternalLink, Lock } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { cx } from "@/components/ui/cx";
import type { InstructorView } from "@/lib/workshop/contract";
import { many, spaced } from "../words";
import { Board } from "./board/board";
import { useRoom } from "./desk";
import { HelpQueue } from "./help-queue";
import { LeadPanel } from "./lead/lead-panel";
import { TimerFace } from "./lead/timer";
import { LearnerDetails } from "./learner/learner-details";
import { PollPanel } from "./polls/poll-panel";
import { LineNotice, NoView, RoomBar } from "./room-frame";
import { RoomPanel } from "./settings/room-panel";
import { useWide } from "./use-wide";

const PLACES = ["board", "lead", "help", "poll", "room"] as const;
type PlaceName = (typeof PLACES)[number];
const WORDS: Record<PlaceName, string> = {
	board: "Board",
	lead: "Lead",
	help: "Help",
	poll: "Poll",
	room: "Room",
};

/** The instructor's place: the board beside everything there is to do; one of them at a time where there is no room. */
export function InstructorRoom() {
	const { view, link, retry } = useRoom("instructor");
	if (view === null) return <NoView link={link} retry={retry} />;
	return (
		<div className="flex h-dvh min-h-0 flex-col">
			<RoomBar title={view.room.title}>
				<HeaderFacts view={view} />
			</RoomBar>
			<LineNotice link={link} retry={retry} />
			<Workplace view={view} />
		</div>
	);
}

function HeaderFacts({ view }: { view: InstructorView }) {
	const { room, timer } = view;
	const here = Object.values(view.learners).filter(({ connected }) => connected).length;
	const away = Object.keys(view.learners).length - here;
	return (
		<>
			{timer && <TimerFace timer={timer} className="font-medium text-sm" />}
			<p className="whitespace-nowrap text-ink-muted text-sm tabular-nums">
				{here} <span className="max-sm:sr-only">{here === 1 ? "learner" : "learners"} </span>here
				{away > 0 && `, ${away} away`}
			</p>
			{room.phase === "ended" ? (
				<Badge tone="blocked">Ended</Badge>
			) : (
				<span className="flex items-center gap-2">
					{room.locked && (
						<Badge tone="warn">
							<Lock aria-hidden="true" />
							Locked
						</Badge>
					)}
					<code className="font-medium text-sm tracking-wider">
						<span className="sr-only">Join code </span>
						{spaced(room.code)}
					</code>
					<CopyButton
						variant="quiet"
						text={`${window.location.origin}/join/${room.code}`}
						label="Copy the link for learners"
						words="Link"
					/>
				</span>
			)}
			<a
				href={`/workshop/${room.code}/projector`}
				target="_blank"
				rel="noreferrer"
				className={cx(buttonClass({ size: "sm" }), "hover:border-border-strong")}
			>
				<ExternalLink aria-hidden="true" />
				<span className="max-sm:sr-only">Projector</span>
			</a>
		</>
	);
}

function Workplace({ view }: { view: InstructorView }) {
	const [place, setPlace] = useState<PlaceName>("board");
	const [learner, setLearner] = useState<string | null>(null);
	const wide = useWide();
	const panel = place === "board" ? "lead" : place;
	const shown = wide ? panel : place;
	const waiting = Object.values(view.help).filter(({ claim }) => !claim).length;
	const counts: Partial<Record<PlaceName, number>> = { help: waiting };
	return (
		<div className="grid min-h-0 flex-1 grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-1 xl:grid-cols-[minmax(0,1fr)_28rem]">
			<main
				className={cx(
					"min-h-0 min-w-0 max-lg:row-start-2 max-lg:overflow-auto",
					place !== "board" && "max-lg:hidden",
				)}
			>
				<Board view={view} onLearner={setLearner} />
			</main>
			<div className="flex min-h-0 min-w-0 flex-col border-border max-lg:contents lg:border-l">
				<nav
					aria-label="Places"
					className="flex h-10 shrink-0 items-stretch gap-1 overflow-x-auto border-border border-b bg-bg px-2 max-lg:row-start-1"
				>
					{PLACES.map((name) => (
						<button
							key={name}
							type="button"
							aria-current={shown === name ? "true" : undefined}
							onClick={() => setPlace(name)}
							className={cx(
								"relative flex items-center gap-1.5 whitespace-nowrap px-2.5 font-medium text-[0.8125rem] transition-colors hover:text-ink focus-visible:-outline-offset-2",
								"after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full",
								shown === name ? "text-ink after:bg-accent" : "text-ink-muted",
								name === "board" && "lg:hidden",
							)}
						>
							{WORDS[name]}
							{(counts[name] ?? 0) > 0 && (
								<Badge tone="accent" className="tabular-nums">
									{counts[name]}
									<span className="sr-only"> waiting</span>
								</Badge>
							)}
						</button>
					))}
				</nav>
				<aside
					aria-label={WORDS[panel]}
					className={cx(
						"min-h-0 flex-1 overflow-auto bg-surface max-lg:row-start-2",
						place === "board" && "max-lg:hidden",
					)}
				>
					{panel === "lead" && <LeadPanel view={view} />}
					{panel === "help" && (
						<HelpQueue view={view} me={view.me.id} onLearner={setLearner} className="p-4" />
					)}
					{panel === "poll" && <PollPanel view={view} />}
					{panel === "room" && <RoomPanel view={view} />}
				</aside>
			</div>
			<LearnerDetails view={view} learner={learner} onClose={() => setLearner(null)} />
			<HelpNews waiting={waiting} />
		</div>
	);
}

/** Tells a screen reader of calls for help, wherever the focus is. */
function HelpNews({ waiting }: { waiting: number }) {
	return (
		<p role="status" className="sr-only">
			{waiting === 0 ? "Nobody waits for help." : `${many(waiting, "learner")} waiting for help.`}
		</p>
	);
}
