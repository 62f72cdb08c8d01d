import type { ReactNode } from "react";
import { db } from "@/lib/db";
import { togglePlug } from "./actions";

export default async function DeskLayout({ children }: { children: ReactNode }) {
	const guests = await db.user.findMany();
	const printed = await db.message.count({ where: { text: "badge" } });
	const unplugged = await db.problem.findUnique({ where: { title: "printer", solved: false } });

	return (
		<>
			<h1>Badge desk</h1>
			<p className="muted">
				Expected: {guests.map((guest) => guest.name).join(", ")}. Printed so far: {printed}.
			</p>
			<form action={togglePlug}>
				<button type="submit">{unplugged ? "Plug the printer in" : "Unplug the printer"}</button>
			</form>
			{children}
		</>
	);
}
