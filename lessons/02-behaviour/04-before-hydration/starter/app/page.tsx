import { db } from "@/lib/db";
import { Held } from "./held";
import { ReportForm } from "./report-form";

export default async function LostPropertyPage({
	searchParams,
}: {
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
	const held = "held" in (await searchParams);
	const reports = await db.message.findMany({ orderBy: { id: "desc" } });

	return (
		<Held held={held}>
			<h1>Lost property</h1>
			<ReportForm />

			<h2>Being looked for</h2>
			<ul className="list">
				{reports.map((report) => (
					<li key={report.id}>
						{report.name} lost {report.text}
					</li>
				))}
			</ul>
		</Held>
	);
}
