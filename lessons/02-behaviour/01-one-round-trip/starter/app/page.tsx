import { db } from "@/lib/db";
import { ReserveForm } from "./reserve-form";

const SEATS = 8;

export default async function FilmPage() {
	const reservations = await db.message.findMany({ orderBy: { id: "asc" } });

	return (
		<>
			<h1>Film night</h1>
			<p className="muted">
				Thursday at eight, in the big room. {SEATS - reservations.length} of {SEATS} seats are left.
			</p>

			<ReserveForm />

			<h2>Who is coming</h2>
			<ul className="list">
				{reservations.map((reservation) => (
					<li key={reservation.id}>
						{reservation.id}. {reservation.name}
					</li>
				))}
			</ul>
		</>
	);
}
