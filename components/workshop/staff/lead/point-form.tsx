"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Select, TextInput } from "@/components/ui/field";
import type { InstructorView, Place } from "@/lib/workshop/contract";
import { loadStarter } from "@/lib/workshop/staff/starter";
import { useDesk } from "../desk";

/** Leads to a check, or to a line of a file, of a lesson on the agenda. */
export function PointForm({ view }: { view: InstructorView }) {
	const { send } = useDesk();
	const { agenda } = view.room;
	const [chosen, setChosen] = useState<string | null>(null);
	const [check, setCheck] = useState("");
	const [path, setPath] = useState("");
	const [line, setLine] = useState("");
	const lesson = chosen ?? view.lead?.place.lesson ?? agenda[0]?.lesson ?? "";
	const step = agenda.find((each) => each.lesson === lesson);
	const paths = usePaths(lesson);

	const point = (event: FormEvent) => {
		event.preventDefault();
		const place: Place = { lesson };
		if (step?.checks.some(({ id }) => id === check)) place.check = check;
		if (path.trim() !== "") {
			place.path = path.trim();
			if (Number(line) >= 1) place.line = Math.floor(Number(line));
		}
		void send({ type: "lead", place });
	};
	return (
		<form onSubmit={point} className="grid gap-3">
			<Field label="Lesson">
				{(ids) => (
					<Select
						{...ids}
						value={lesson}
						onChange={({ target }) => {
							setChosen(target.value);
							setCheck("");
							setPath("");
							setLine("");
						}}
					>
						{agenda.map((each, index) => (
							<option key={each.lesson} value={each.lesson}>
								{index + 1}. {each.title}
							</option>
						))}
					</Select>
				)}
			</Field>
			<Field label="Check">
				{(ids) => (
					<Select {...ids} value={check} onChange={({ target }) => setCheck(target.value)}>
						<option value="">None in particular</option>
						{step?.checks.map(({ id, title }, index) => (
							<option key={id} value={id}>
								{index + 1}. {title}
							</option>
						))}
					</Select>
				)}
			</Field>
			<div className="grid grid-cols-[1fr_5rem] gap-3">
				<Field label="File">
					{(ids) => (
						<>
							<TextInput
								{...ids}
								list={`${ids.id}-paths`}
								value={path}
								placeholder="app/actions.ts"
								spellCheck={false}
								className="font-mono"
								onChange={({ target }) => setPath(target.value)}
							/>
							<datalist id={`${ids.id}-paths`}>
								{paths.map((each) => (
									<option key={each} value={each} />
								))}
							</datalist>
						</>
					)}
				</Field>
				<Field label="Line">
					{(ids) => (
						<TextInput
							{...ids}
							type="number"
							min={1}
							value={line}
							onChange={({ target }) => setLine(target.value)}
						/>
					)}
				</Field>
			</div>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<Button type="submit" size="sm">
					Lead everyone there
				</Button>
				<p className="text-ink-muted text-xs">Nobody’s caret or text is touched.</p>
			</div>
		</form>
	);
}

/** Files of the lesson's starter, those of the app first; none where they cannot be loaded. */
function usePaths(lesson: string): string[] {
	const [paths, setPaths] = useState<string[]>([]);
	useEffect(() => {
		let gone = false;
		setPaths([]);
		if (lesson === "") return;
		loadStarter(lesson).then(
			(files) => {
				const app = (path: string) => Number(!path.startsWith("app/"));
				if (!gone) setPaths(Object.keys(files).sort((a, b) => app(a) - app(b) || (a < b ? -1 : 1)));
			},
			// A path can still be written by hand.
			() => undefined,
		);
		return () => {
			gone = true;
		};
	}, [lesson]);
	return paths;
}
