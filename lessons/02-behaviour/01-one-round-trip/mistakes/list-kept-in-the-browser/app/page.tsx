import { db } from "@/lib/db";
import { ReserveForm } from "./reserve-form";

export default async function FilmPage() {
	const reservations = await db.message.findMany({ orderBy: { id: "asc" } });

	return (
		<>
			<h1>Film night</h1>
			<ReserveForm initial={reservations} />
		</>
	);
}
