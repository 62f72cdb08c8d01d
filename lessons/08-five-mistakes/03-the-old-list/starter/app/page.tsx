import Link from "next/link";
import { getOpenJobs, getTally } from "@/lib/board";

/** The screen in the entrance hall. */
export default async function BoardPage() {
	const { jobs, asOf } = await getOpenJobs();
	const tally = await getTally();

	return (
		<>
			<h1>Repairs in this house</h1>
			<ul className="list">
				{jobs.map((job) => (
					<li key={job.id}>{job.title}</li>
				))}
			</ul>
			<p data-testid="tally" data-as-of={tally.asOf}>
				Done so far: {tally.done}
			</p>
			<small>
				As of <time dateTime={asOf}>{asOf.slice(11, 19)} UTC</time>
			</small>
			<p>
				<Link href="/office">Office</Link>
			</p>
		</>
	);
}
