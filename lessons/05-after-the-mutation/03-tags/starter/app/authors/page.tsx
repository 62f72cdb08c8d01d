import { getAuthors } from "@/lib/news";
import { Masthead } from "../masthead";

export default async function AuthorsPage() {
	const { names, asOf } = await getAuthors();

	return (
		<>
			<Masthead asOf={asOf} />
			<h1>Who writes here</h1>
			<ul className="list">
				{names.map((name) => (
					<li key={name}>{name}</li>
				))}
			</ul>
		</>
	);
}
