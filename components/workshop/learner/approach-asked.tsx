"use client";

import { Presentation } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useRoom } from "./use-room";

/** The instructor asks whether this learner's way may be shown. Nothing is shown before the answer. */
export function ApproachAsked({ lesson, title, here }: { lesson: string; title: string; here: boolean }) {
	const room = useRoom();
	const [open, setOpen] = useState(false);
	const agree = (named: boolean) =>
		room.say({ type: "consent-given", consent: { to: "approach", lesson, named } });
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<Notice
				Icon={Presentation}
				strong
				actions={
					<DialogTrigger asChild>
						<Button size="sm" variant="primary">
							Decide
						</Button>
					</DialogTrigger>
				}
			>
				The instructor would like to show your approach to <strong className="font-medium">{title}</strong>.
			</Notice>
			<DialogContent
				title="Show your approach to the room?"
				description={`Everyone would see the files you changed in “${title}”, as they are when the instructor shows them. You can take it back at any time.`}
			>
				{!here && (
					<p className="mb-4 text-sm">
						Open the lesson once after you agree, so that your newest code is sent.{" "}
						<Link href={`/lessons/${lesson}`} className="text-accent underline underline-offset-2">
							Open it
						</Link>
					</p>
				)}
				<div className="flex flex-wrap gap-2">
					<Button variant="primary" onClick={() => agree(true)}>
						Yes, with my name
					</Button>
					<Button onClick={() => agree(false)}>Yes, without my name</Button>
					<button
						type="button"
						className={`${buttonClass({ variant: "quiet" })} hover:bg-surface-2 hover:text-ink`}
						onClick={() => room.say({ type: "approach-declined", lesson })}
					>
						No, thank you
					</button>
				</div>
			</DialogContent>
		</Dialog>
	);
}
