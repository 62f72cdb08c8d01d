import Link from "next/link";
import { db } from "@/lib/db";
import { renameJob, reportJob } from "./actions";
import { DoneButton } from "./done-button";

export default async function OfficePage() {
	const jobs = await db.problem.findMany({ where: { solved: false } });

	return (
		<>
			<nav>
				<Link href="/">Entrance hall</Link>
			</nav>
			<h1>Open jobs</h1>
			<ul className="list">
				{jobs.map((job) => (
					<li key={job.id}>
						<div className="row">
							<strong>{job.title}</strong>
							<DoneButton id={job.id} title={job.title} />
						</div>
						<form action={renameJob.bind(null, job.id)} style={{ marginBottom: 0 }}>
							<input name="title" aria-label={`New title of job ${job.id}`} required />
							<button type="submit" aria-label={`Rename job ${job.id}`}>
								Rename
							</button>
						</form>
					</li>
				))}
			</ul>

			<form action={reportJob} className="card">
				<div className="field">
					<label htmlFor="title">New job</label>
					<input id="title" name="title" required />
				</div>
				<button type="submit">Report</button>
			</form>
		</>
	);
}
