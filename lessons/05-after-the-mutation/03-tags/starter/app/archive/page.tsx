import { getArchive } from "@/lib/news";
import { Masthead } from "../masthead";

export default async function ArchivePage() {
	const { titles, asOf } = await getArchive();

	return (
		<>
			<Masthead asOf={asOf} />
			<h1>Archive</h1>
			<ul className="list">
				{titles.map((title) => (
					<li key={title}>{title}</li>
				))}
			</ul>
		</>
	);
}
