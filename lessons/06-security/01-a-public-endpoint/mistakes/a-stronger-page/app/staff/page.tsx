import { redirect } from "next/navigation";
import { db } from "@/lib/db";
import { currentVisitor } from "@/lib/session";
import { Who } from "../who";
import { pin, takeDown } from "./actions";

export default async function StaffPage() {
	const visitor = await currentVisitor();
	if (visitor?.role !== "staff") redirect("/");

	const notices = await db.message.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<Who />
			<h1>Staff</h1>
			<form action={pin} className="card">
				<div className="field">
					<label htmlFor="text">Notice</label>
					<textarea id="text" name="text" required />
				</div>
				<button type="submit">Pin it up</button>
			</form>

			<ul className="list">
				{notices.map((notice) => (
					<li key={notice.id}>
						{notice.text}
						<form action={takeDown.bind(null, notice.id)}>
							<button type="submit" aria-label={`Take down: ${notice.text}`}>
								Take down
							</button>
						</form>
					</li>
				))}
			</ul>
		</>
	);
}
