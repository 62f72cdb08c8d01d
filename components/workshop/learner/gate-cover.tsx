"use client";

import { DoorClosed } from "lucide-react";
import Link from "next/link";
import { AlertDialog } from "radix-ui";
import { buttonClass } from "@/components/ui/button";
import type { LessonContent } from "@/lib/lessons/types";
import { startingLesson } from "@/lib/workshop/client/follow";
import type { LearnerView } from "@/lib/workshop/contract";
import { LeaveRoom } from "./leave-room";

/** Over a lesson that the room has not come to. Goes away by itself when the gate opens. */
export function GateCover({ lesson, view }: { lesson: LessonContent; view: LearnerView }) {
	const here = startingLesson(view);
	const open = here !== lesson.slug && view.gated[here] !== true ? here : null;
	const title = view.room.agenda.find((step) => step.lesson === open)?.title;
	return (
		<AlertDialog.Root open>
			<AlertDialog.Portal>
				<AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-bg/80 backdrop-blur-[3px]" />
				<AlertDialog.Content
					// There is nothing to go back to: the lesson is not open.
					onEscapeKeyDown={(event) => event.preventDefault()}
					className="fixed top-1/2 left-1/2 z-50 grid w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 justify-items-start gap-1.5 rounded-xl border border-border bg-surface p-6 shadow-floating outline-none"
				>
					<DoorClosed aria-hidden="true" className="mb-2 size-7 text-ink-muted" strokeWidth={1.5} />
					<AlertDialog.Title className="text-balance font-semibold text-lg tracking-tight">
						“{lesson.meta.title}” is not open yet
					</AlertDialog.Title>
					<AlertDialog.Description className="text-pretty text-ink-muted text-sm">
						The instructor opens the lessons one after another. This page opens by itself when the room gets
						here. Lessons you have opened before stay open.
					</AlertDialog.Description>
					<div className="mt-4 flex max-w-full flex-wrap gap-2">
						{open !== null && (
							<Link
								href={`/lessons/${open}`}
								className={`${buttonClass({ variant: "primary" })} max-w-full hover:bg-accent/88`}
							>
								<span className="truncate">Go to “{title ?? open}”</span>
							</Link>
						)}
						<Link href="/" className={`${buttonClass()} hover:border-border-strong`}>
							Lesson map
						</Link>
						<LeaveRoom variant="quiet" />
					</div>
				</AlertDialog.Content>
			</AlertDialog.Portal>
		</AlertDialog.Root>
	);
}
