import { db } from "@/lib/db";
import { ProblemList } from "./problem-list";

export default async function ProblemsPage() {
	return (
		<>
			<h1>This week's problems</h1>
			<ProblemList problems={await db.problem.findMany()} />
		</>
	);
}
