/** What an import has changed, in a sentence or two. `earlier`: lessons in which newer work was here. */
export function importedWords({
	events,
	lessons,
	earlier,
}: {
	events: number;
	lessons: number;
	earlier: number;
}): string {
	const taken = [
		...(events > 0 ? [count(events, "event")] : []),
		...(lessons > 0 ? [`your files of ${count(lessons, "lesson")}`] : []),
	];
	const sentences = taken.length > 0 ? [`Imported ${taken.join(" and ")}.`] : [];
	if (earlier > 0) {
		sentences.push(
			`In ${count(earlier, "lesson")} your files here are newer and stay; those of the file are among the earlier states.`,
		);
	}
	return sentences.length > 0 ? sentences.join(" ") : "Everything in this file was here already.";
}

/** "1 lesson", "2 lessons" */
export function count(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
