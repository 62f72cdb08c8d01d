"use client";

import type { Problem } from "@/lib/db";

export function ProblemList({ problems }: { problems: Problem[] }) {
	return (
		<>
			<p>
				{problems.filter((problem) => problem.solved).length} of {problems.length} solved
			</p>
			<ul className="list">
				{problems.map((problem) => (
					<li key={problem.id}>
						<label>
							<input
								type="checkbox"
								style={{ width: "auto", marginRight: "0.5rem" }}
								checked={problem.solved}
								readOnly
							/>
							{problem.title}
						</label>
					</li>
				))}
			</ul>
			<p role="alert" className="error" />
			<form className="card">
				<div className="field">
					<label htmlFor="title">New problem</label>
					<input id="title" name="title" required />
				</div>
				<button type="submit">Add</button>
			</form>
		</>
	);
}
