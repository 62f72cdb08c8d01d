import Link from "next/link";
import { getCalendar } from "@/lib/events";

export default async function CalendarPage() {
	const { events, asOf } = await getCalendar();

	return (
		<>
			<h1>What is on</h1>
			<p>Events: {events.length}</p>
			<ul className="list">
				{events.map((event) => (
					<li key={event.id} className="row">
						<Link href={`/events/${event.id}`}>{event.title}</Link>
						<span>
							{event.date}, {event.room}
						</span>
					</li>
				))}
			</ul>
			<p>
				<Link href="/events/new">Announce an event</Link>
			</p>
			<small>
				As of <time dateTime={asOf}>{asOf.slice(11, 19)} UTC</time>
			</small>
		</>
	);
}
