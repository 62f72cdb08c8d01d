"use client";

import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toaster";
import { newsBetween } from "@/lib/workshop/client/news";
import { useRoom } from "./use-room";

/** Says aloud what happens in the room, and shows what the hub did not take. */
export function RoomNews() {
	const { store } = useRoom();
	const [news, setNews] = useState<string[]>([]);
	useEffect(
		() =>
			store.subscribe((after, before) => {
				const more = newsBetween(before, after);
				if (more.length > 0) setNews(more);
				if (after.outbox.refused === before.outbox.refused) return;
				for (const refused of after.outbox.refused.slice(before.outbox.refused.length))
					toast.warning(refused.message);
			}),
		[store],
	);
	return (
		<div role="log" aria-live="polite" aria-label="Room" className="sr-only">
			{news.map((words) => (
				<p key={words}>{words}</p>
			))}
		</div>
	);
}
