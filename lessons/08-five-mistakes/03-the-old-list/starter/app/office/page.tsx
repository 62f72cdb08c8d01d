import Link from "next/link";
import { db } from "@/lib/db";
import { closeJob, renameJob, reportJob } from "./actions";

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
							<form action={closeJob.bind(null, job.id)} style={{ margin: 0 }}>
								<button type="submit" aria-label={`Done: ${job.title}`}>
									Done
								</button>
							</form>
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
