"use client";

import { type FormEvent, useState } from "react";
import type { Problem } from "@/lib/db";
import { addProblem, setSolved } from "./actions";

const REASONS = { away: "no answer from the judge" };

export function ProblemList({ problems }: { problems: Problem[] }) {
	const [ticks, setTicks] = useState(new Map<number, boolean>());
	const [added, setAdded] = useState<string[]>([]);
	const [refused, setRefused] = useState<string[]>([]);

	const isSolved = (problem: Problem) => ticks.get(problem.id) ?? problem.solved;
	const fresh = added.filter((title) => problems.every((problem) => problem.title !== title));

	async function tick(problem: Problem) {
		setRefused([]);
		setTicks((now) => new Map(now).set(problem.id, !isSolved(problem)));
		const answer = await setSolved(problem.id, !isSolved(problem)).catch(() => ({ error: REASONS.away }));
		if (answer.error) setRefused((now) => [...now, `“${problem.title}” was refused: ${answer.error}`]);
		setTicks((now) => {
			const rest = new Map(now);
			rest.delete(problem.id);
			return rest;
		});
	}

	async function add(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		const title = String(new FormData(form).get("title"));
		setRefused([]);
		setAdded((now) => [...now, title]);
		const answer = await addProblem(title).catch(() => ({ error: REASONS.away }));
		setAdded((now) => now.filter((other) => other !== title));
		if (answer.error) setRefused([`“${title}” was refused: ${answer.error}`]);
		else form.reset();
	}

	return (
		<>
			<p>
				{problems.filter(isSolved).length} of {problems.length + fresh.length} solved
			</p>
			<ul className="list">
				{problems.map((problem) => (
					<li key={problem.id} aria-busy={ticks.has(problem.id)}>
						<label>
							<input type="checkbox" checked={isSolved(problem)} onChange={() => tick(problem)} />
							{problem.title}
						</label>
					</li>
				))}
				{added.map((title) => (
					<li key={title} aria-busy="true">
						<label>
							<input type="checkbox" disabled />
							{title}
						</label>
					</li>
				))}
			</ul>
			<div role="alert">
				{refused.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</div>
			<form onSubmit={add} className="card">
				<div className="field">
					<label htmlFor="title">New problem</label>
					<input id="title" name="title" required />
				</div>
				<button type="submit">Add</button>
			</form>
		</>
	);
}
