import { listPeople } from "@/lib/people";
import { Directory } from "./directory";

export default async function PeoplePage() {
	return (
		<>
			<h1>Our people</h1>
			<Directory people={await listPeople()} />
		</>
	);
}
