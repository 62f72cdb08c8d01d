import { db } from "@/lib/db";
import { ProblemList } from "./problem-list";

export default async function ProblemsPage() {
	const problems = await db.problem.findMany();

	return (
		<>
			<h1>Problems</h1>
			<p className="muted">Tick what you have solved. The judge has a look at it.</p>
			<ProblemList problems={problems} />
		</>
	);
}
