"use client";

import { Footprints, Shuffle } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Tooltip } from "@/components/ui/tooltip";
import { useRoom } from "./use-room";

const WAYS = [
	{
		following: true,
		words: "Follow",
		Icon: Footprints,
		meaning:
			"Where the instructor goes, this page goes; never while you type, and your caret stays where it is.",
	},
	{
		following: false,
		words: "Wander",
		Icon: Shuffle,
		meaning: "Go your own way. You still see where the room is.",
	},
] as const;

/** Whether this page goes along with the instructor. */
export function FollowSwitch({ following: present }: { following: boolean }) {
	const room = useRoom();
	return (
		<fieldset className="flex shrink-0 rounded-md bg-surface-2 p-0.5">
			<legend className="sr-only">When the instructor moves on</legend>
			{WAYS.map(({ following, words, Icon, meaning }) => (
				<Tooltip key={words} content={meaning}>
					<button
						type="button"
						aria-pressed={present === following}
						onClick={() => {
							if (present !== following) room.say({ type: "follow-changed", following });
						}}
						className={cx(
							"flex h-7 items-center gap-1.5 rounded-[5px] px-2 font-medium text-xs transition-colors",
							present === following ? "bg-surface text-ink shadow-raised" : "text-ink-muted hover:text-ink",
						)}
					>
						<Icon aria-hidden="true" className="size-3.5" />
						<span className={cx("max-[30rem]:sr-only", present !== following && "max-sm:sr-only")}>
							{words}
						</span>
					</button>
				</Tooltip>
			))}
		</fieldset>
	);
}
