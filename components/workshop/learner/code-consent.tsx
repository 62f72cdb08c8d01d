"use client";

import { Eye, EyeOff, ScanEye } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { membershipKeeper } from "@/lib/workshop/client/membership";
import type { LearnerView } from "@/lib/workshop/contract";
import { useRoom } from "./use-room";

/** Who may read the code, who is reading it now, and the means to change it. Asks once. */
export function CodeConsent({
	view,
	lesson,
	tooLarge,
}: {
	view: LearnerView;
	lesson: string;
	/** The code of this lesson has become more than a room takes. */
	tooLarge: boolean;
}) {
	const room = useRoom();
	const shared = view.me.consent.code === true;
	const readers = Object.values(view.viewedBy);
	const share = () => room.say({ type: "consent-given", consent: { to: "code" } });
	const stop = () => room.say({ type: "consent-revoked", to: "code" });
	const approach = view.me.consent.approach[lesson];
	const words =
		readers.length > 0
			? `${readers.join(", ")} ${readers.length === 1 ? "is" : "are"} reading`
			: shared
				? tooLarge
					? "Code too large to share"
					: "Code shared"
				: "Code private";
	const Icon = readers.length > 0 ? ScanEye : shared ? Eye : EyeOff;
	return (
		<>
			<Popover>
				<PopoverTrigger
					className={cx(
						"flex h-8 min-w-0 shrink items-center gap-1.5 rounded-md px-1.5 text-xs hover:bg-surface-2",
						readers.length > 0 ? "bg-warn/12 font-medium text-warn" : "text-ink-muted",
					)}
				>
					<Icon
						aria-hidden="true"
						className={cx("size-4 shrink-0", readers.length > 0 && "animate-breathe")}
					/>
					<span
						className={cx("max-w-44 truncate", readers.length > 0 ? "max-[30rem]:sr-only" : "max-md:sr-only")}
					>
						{words}
					</span>
				</PopoverTrigger>
				<PopoverContent
					align="end"
					aria-label="Who may read your code"
					className="!w-80 p-4 text-sm leading-snug"
				>
					<p className="font-medium">
						{shared
							? "The instructor and helpers may read your code."
							: "Nobody in the room can read your code."}
					</p>
					<p className="mt-1 text-ink-muted">
						{readers.length > 0
							? `${readers.join(", ")} ${readers.length === 1 ? "is" : "are"} reading it now. They cannot change it.`
							: shared
								? "When somebody does, you see it here. They cannot change it."
								: "They see your progress only: which checks pass."}
					</p>
					{shared && tooLarge && (
						<p className="mt-2 text-warn">
							Your files of this lesson are larger than a room takes, so they see them as they were before. It
							goes on by itself when they are smaller.
						</p>
					)}
					{approach !== undefined && (
						<p className="mt-2 text-ink-muted">
							You agreed to show your approach to this lesson {approach.named ? "with" : "without"} your name.{" "}
							<button
								type="button"
								onClick={() => room.say({ type: "consent-revoked", to: "approach", lesson })}
								className="text-accent underline underline-offset-2"
							>
								Take it back
							</button>
						</p>
					)}
					<PopoverClose asChild>
						<Button size="sm" className="mt-3" onClick={shared ? stop : share}>
							{shared ? "Stop sharing my code" : "Share my code"}
						</Button>
					</PopoverClose>
				</PopoverContent>
			</Popover>
			<AskOnce shared={shared} onShare={share} />
		</>
	);
}

function AskOnce({ shared, onShare }: { shared: boolean; onShare: () => void }) {
	const { membership } = useRoom();
	const [open, setOpen] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: put once, as things are when the room is entered
	useEffect(() => {
		const known = membershipKeeper().find(membership.code, "learner");
		if (!shared && known?.askedForCode !== true) setOpen(true);
	}, [membership.code]);
	const answer = (yes: boolean) => {
		const keeper = membershipKeeper();
		const known = keeper.find(membership.code, "learner");
		if (known) keeper.remember({ ...known, askedForCode: true });
		setOpen(false);
		if (yes) onShare();
	};
	return (
		<Dialog open={open} onOpenChange={(next) => !next && answer(false)}>
			<DialogContent
				title="May the instructor read your code?"
				description="Then help is quicker: whoever helps sees your files and what your checks saw before they reach you."
			>
				<ul className="grid gap-2 text-sm leading-snug">
					<Point Icon={Eye}>
						The instructor and the helpers can read it, live. Other learners never can.
					</Point>
					<Point Icon={ScanEye}>While somebody reads, you see who, up in the room’s bar.</Point>
					<Point Icon={EyeOff}>
						You can stop at any time there; what was sent is deleted then. It concerns the files of this
						workshop’s lessons and nothing else.
					</Point>
				</ul>
				<div className="mt-5 flex flex-wrap gap-2">
					<Button variant="primary" onClick={() => answer(true)}>
						Share my code
					</Button>
					<Button onClick={() => answer(false)}>Keep it private</Button>
				</div>
			</DialogContent>
		</Dialog>
	);
}

function Point({ Icon, children }: { Icon: typeof Eye; children: React.ReactNode }) {
	return (
		<li className="flex gap-2.5">
			<Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent" />
			<span>{children}</span>
		</li>
	);
}
