import Link from "next/link";
import { notFound } from "next/navigation";
import { getEvent } from "@/lib/events";

export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const event = await getEvent(Number(id));
	if (!event) notFound();

	return (
		<>
			<nav>
				<Link href="/">What is on</Link>
			</nav>
			<h1>{event.title}</h1>
			<p>
				On {event.date}, in the room “{event.room}”.
			</p>
		</>
	);
}
