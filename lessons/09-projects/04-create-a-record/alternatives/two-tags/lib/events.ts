import { unstable_cache } from "next/cache";
import { db } from "@/lib/db";

export interface Event {
	id: number;
	title: string;
	/** For instance "2031-03-01". */
	date: string;
	room: string;
}

/** Every event, the next one first. Read straight from the database: for actions, which must not trust a cache. */
export async function readEvents(): Promise<Event[]> {
	const rows = await db.post.findMany();
	const events = rows.map(({ id, title, body, author }) => ({ id, title, date: body, room: author }));
	return events.toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Writes an event and gives its id. It stands in the table `post`: the date under `body`, the room under `author`. */
export async function writeEvent({ title, date, room }: Omit<Event, "id">): Promise<number> {
	const row = await db.post.create({ data: { title, body: date, author: room } });
	return row.id;
}

/** For the calendar. Cached. */
export const getCalendar = unstable_cache(
	async () => ({ events: await readEvents(), asOf: new Date().toISOString() }),
	["calendar"],
	{ tags: ["calendar"] },
);

/** For the page of one event. Cached; `null` where there is no such event. */
export const getEvent = unstable_cache(
	async (id: number) => (await readEvents()).find((event) => event.id === id) ?? null,
	["event"],
	{ tags: ["event"] },
);
