import { db } from "@/lib/db";
import { Who } from "./who";

export default async function NoticesPage() {
	const notices = await db.message.findMany({ orderBy: { createdAt: "desc" } });

	return (
		<>
			<Who />
			<h1>Notices</h1>
			<ul className="list">
				{notices.map((notice) => (
					<li key={notice.id}>{notice.text}</li>
				))}
			</ul>
		</>
	);
}
