"use client";

import { LoaderCircle, TriangleAlert, Unplug } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { MessagePage } from "@/components/ui/message-page";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Tooltip } from "@/components/ui/tooltip";
import type { Link as Line } from "@/lib/workshop/client/connection";

/** What stands in the place of a room before its first view, or when there is none to come. */
export function NoView({ link, retry }: { link: Line; retry: () => void }) {
	if (link.state === "ended")
		return (
			<MessagePage
				title={link.code === "no-room" ? "This room is not there" : "You are not in this room any more"}
				action={
					<Link href="/workshop" className={buttonClass({ variant: "primary" })}>
						Your rooms
					</Link>
				}
			>
				<p>{link.message}</p>
			</MessagePage>
		);
	return (
		<main className="grid min-h-dvh place-items-center px-6">
			<div role="status" className="grid justify-items-center gap-3 text-center text-ink-muted text-sm">
				{link.state === "offline" ? (
					<>
						<Unplug aria-hidden="true" className="size-5" />
						<p>{link.message} Trying again.</p>
						<Button size="sm" onClick={retry}>
							Try now
						</Button>
					</>
				) : (
					<>
						<LoaderCircle aria-hidden="true" className="size-5 animate-spin" />
						<p>Opening the room</p>
					</>
				)}
			</div>
		</main>
	);
}

/** Says that what is shown is not the newest. Nothing while the line stands. */
export function LineNotice({ link, retry }: { link: Line; retry: () => void }) {
	return (
		<div role="status">
			{link.state === "offline" && (
				<p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-warn/10 px-4 py-1.5 text-sm text-warn">
					<Unplug aria-hidden="true" className="size-4" />
					The line to the room is lost. What you see is from before; it comes back by itself.
					<Button size="sm" onClick={retry}>
						Try now
					</Button>
				</p>
			)}
			{link.state === "ended" && (
				<p className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-fail/10 px-4 py-2 text-fail text-sm">
					<TriangleAlert aria-hidden="true" className="size-4" />
					{link.message}
				</p>
			)}
		</div>
	);
}

/** The bar at the top of a staff's page. */
export function RoomBar({ title, children }: { title: string; children: ReactNode }) {
	return (
		<header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-border border-b bg-bg px-3 py-1.5 sm:gap-x-4 sm:px-4">
			<Tooltip content="Your rooms">
				<Link href="/workshop" aria-label="Your rooms" className="shrink-0 rounded-md">
					<Mark className="size-6" />
				</Link>
			</Tooltip>
			<h1 className="min-w-0 flex-1 basis-48 truncate font-semibold text-sm tracking-tight">{title}</h1>
			{children}
			<ThemeToggle />
		</header>
	);
}
