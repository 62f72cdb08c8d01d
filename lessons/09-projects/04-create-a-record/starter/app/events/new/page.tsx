import Link from "next/link";
import { EventForm } from "./event-form";

export default function NewEventPage() {
	return (
		<>
			<nav>
				<Link href="/">What is on</Link>
			</nav>
			<h1>Announce an event</h1>
			<EventForm />
		</>
	);
}
