import { defineQuiz } from "@/lib/quiz";

const lesson = "five-mistakes/the-old-list";
const tags = "after-the-mutation/tags";

export default defineQuiz([
	{
		id: "a-misspelt-tag",
		kind: "single",
		level: 1,
		points: ["H3", "E2"],
		ask: 'Cached data has the tag `jobs`. An action writes, and calls `updateTag("job")`. What tells you about the slip?',
		options: [
			{
				text: "The action throws, and the message names the tags that there are",
				why: "It ends well. Any text can be a tag, and nobody keeps a list of them.",
			},
			{
				text: "Nothing but the old data: the action ends well, and the log is silent",
				correct: true,
				why: "A tag that no data has is no error. A constant for the tag would have made it one.",
			},
			{
				text: "A warning in the server log, once for each tag that nothing was found for",
				why: "There is no such warning. It is as right to name a tag that nothing has at the moment.",
			},
			{
				text: "TypeScript, because the names of tags are known from the cached functions",
				why: "To TypeScript a tag is a string like any other.",
			},
		],
		proof: [{ claim: `${lesson}#unknown-tag` }],
	},
	{
		id: "still-there-once",
		kind: "spotBug",
		level: 2,
		points: ["H3", "E2"],
		ask: "The caretaker closes a job, and must see at once that it is gone. It is still on the open page, and in the hall for the first who looks. Which line is it?",
		code: {
			title: "app/office/actions.ts",
			language: "ts",
			text: `"use server";

import { revalidateTag } from "next/cache";
import { db } from "@/lib/db";

export async function closeJob(id: number) {
	await db.problem.update({ where: { id }, data: { solved: true } });
	revalidateTag("jobs", "max");
}`,
		},
		bug: {
			line: '"max"',
			why: "The right tag is named, and in the wrong manner for somebody who waits for the change.",
		},
		reasons: [
			{
				text: 'The tag is thrown away before the write is done, as `update` has no time to finish while `"max"` is at work',
				why: "The write is awaited, so it is done when the next line begins.",
			},
			{
				text: '`"max"` serves the old data once more, and does not render the open page again',
				correct: true,
				why: '`updateTag("jobs")` throws it away at once, and the page comes back fresh with the answer.',
			},
			{
				text: '`"max"` keeps the data for as long as possible, so that it is never worked out again',
				why: "A later visit has the new data. It is the next one that still has the old.",
			},
		],
		proof: [
			{ claim: `${tags}#max-is-stale-first` },
			{ claim: `${tags}#update-tag` },
			{ check: `${lesson}#office-forgets-what-is-done` },
		],
	},
	{
		id: "looks-right-to-one",
		kind: "trueFalseGrid",
		level: 3,
		points: ["H3", "E3"],
		ask: "Two pages show jobs: the office reads the database, the hall reads cached data. What is true?",
		statements: [
			{
				text: "If the open office is right after an action, the action has named the right tag.",
				isTrue: false,
				why: "The open page is rendered again after a wrong tag as well. Look at the other page, too.",
			},
			{
				text: "`refresh()` at the end of the action brings the office up to date and leaves the hall as it was.",
				isTrue: true,
				why: "It renders the open page anew, and does not touch what is cached under a tag.",
			},
			{
				text: "After a job is closed, the cached number of jobs done is out of date as well as the cached list.",
				isTrue: true,
				why: "Both are worked out from the same rows. Whatever reads the column that was written has to be named.",
			},
			{
				text: "Without the cache in the hall everything would be right, so taking it out is a good repair.",
				isTrue: false,
				why: "It mends the symptom, and makes every tenant wait for the database.",
			},
		],
		proof: [
			{ claim: `${lesson}#page-looks-right` },
			{ claim: `${tags}#refresh-keeps-the-cache` },
			{ check: `${lesson}#hall-forgets-what-is-done` },
			{ check: `${lesson}#hall-stays-cached` },
		],
	},
	{
		id: "the-number-beside-it",
		kind: "fixTheCode",
		level: 2,
		points: ["H3", "E2"],
		ask: "A job that is done leaves the list in the hall, and the number of jobs done stays what it was. Let the hall be right, and cached as before.",
		lesson,
		from: "mistakes/tally-forgotten",
		checks: ["hall-forgets-what-is-done", "hall-stays-cached"],
		why: "A write makes everything old that is worked out from its rows. Closing a job changes the list and the tally, and these have two tags.",
	},
]);
