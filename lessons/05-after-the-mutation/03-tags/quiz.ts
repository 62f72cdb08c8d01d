import { defineQuiz } from "@/lib/quiz";

const lesson = "after-the-mutation/tags";

export default defineQuiz([
	{
		id: "tags-or-paths",
		kind: "single",
		level: 1,
		points: ["E2"],
		ask: "Five pages show posts. Why is a tag on the data better than `revalidatePath` in the action?",
		options: [
			{
				text: "Tags are quicker: of all pages that show the data, only the one that is open is rendered again",
				why: "As many pages are out of date as before. The difference is who has to know about them.",
			},
			{
				text: "The action names the data, and every page that shows it follows, those that are added later too",
				correct: true,
				why: "With paths, each new page is a reason to go back to every action.",
			},
			{
				text: "`revalidatePath` takes one path only, and can be called once",
				why: "It can be called as often as you like. It is easy to forget one.",
			},
			{
				text: "Tags also work for people who have JavaScript off",
				why: "So do paths. Both happen on the server.",
			},
		],
		proof: [{ check: `${lesson}#every-page-is-up-to-date` }],
	},
	{
		id: "one-argument-today",
		kind: "single",
		level: 2,
		points: ["E2"],
		ask: '`revalidateTag("posts")`, as many articles have it. What does it do on the pinned version?',
		options: [
			{
				text: "It throws an error that asks for the second argument",
				why: "It still runs. A type check of the project fails, though.",
			},
			{
				text: "It expires the data at once, and the log says that it is deprecated",
				correct: true,
				why: 'Write `updateTag("posts")` for that, or `revalidateTag("posts", "max")` for stale-while-revalidate.',
			},
			{
				text: "Nothing, because the second argument is missing",
				why: "The old meaning is kept for now.",
			},
			{
				text: 'The same as `revalidateTag("posts", "max")`',
				why: "That one serves the old data once more while it gets the new.",
			},
		],
		proof: [{ claim: `${lesson}#one-argument` }],
	},
	{
		id: "which-of-the-three",
		kind: "trueFalseGrid",
		level: 3,
		points: ["E2", "E3"],
		ask: "True or false?",
		statements: [
			{
				text: 'After `updateTag("posts")` whoever published sees the new post at once.',
				isTrue: true,
				why: "The data is thrown away, and the page in the action's answer is rendered with fresh data.",
			},
			{
				text: 'After `revalidateTag("posts", "max")` the next visitor waits for fresh data.',
				isTrue: false,
				why: "The next visitor gets the old data, quickly; the one after gets the new.",
			},
			{
				text: "`refresh()` empties the tagged data of the open page.",
				isTrue: false,
				why: "It renders the open page again, with the cached data.",
			},
			{
				text: "`updateTag` works in a Route Handler as well.",
				isTrue: false,
				why: "In Server Actions only. A webhook uses `revalidateTag`.",
			},
		],
		proof: [
			{ claim: `${lesson}#update-tag` },
			{ claim: `${lesson}#max-is-stale-first` },
			{ claim: `${lesson}#refresh-keeps-the-cache` },
			{ claim: `${lesson}#only-in-actions` },
		],
	},
	{
		id: "like-and-ranking",
		kind: "single",
		level: 2,
		points: ["E3"],
		ask: "A like changes a ranking that takes two seconds to work out. Nobody minds if it is a moment old. What does the action call?",
		options: [
			{
				text: '`updateTag("ranking")`',
				why: "Then the one who gave the like waits for the two seconds.",
			},
			{
				text: '`revalidateTag("ranking", "max")`',
				correct: true,
				why: "The old ranking is shown once more, and the new one is worked out behind the scenes.",
			},
			{
				text: "`refresh()`",
				why: "The cached ranking would stay as it is.",
			},
			{
				text: '`redirect("/ranking")`, which shows the new one to whoever gave the like',
				why: "A redirect does not refresh cached data.",
			},
		],
		proof: [{ claim: `${lesson}#max-is-stale-first` }, { check: `${lesson}#ranking-catches-up` }],
	},
	{
		id: "third-argument",
		kind: "spotBug",
		level: 2,
		points: ["E2"],
		ask: '`updateTag("posts")` changes nothing on the archive page. Which line is it?',
		code: {
			title: "lib/news.ts",
			language: "ts",
			text: `import { unstable_cache } from "next/cache";
import { db } from "./db";

export const getArchive = unstable_cache(
	async () => db.post.findMany(),
	["posts"],
	{ revalidate: false },
);`,
		},
		bug: {
			line: ['["posts"]', "revalidate: false"],
			why: "The name stands where the key is made, and the options have no tag.",
		},
		reasons: [
			{
				text: "The second argument is part of the key and not a tag; tags go into the third",
				correct: true,
				why: '`{ tags: ["posts"] }` in the options gives the data its name.',
			},
			{
				text: "`revalidate: false` turns tags off, so that the data stays what it is until the next build",
				why: "It only says that time alone does not make the data old.",
			},
			{
				text: "`findMany` returns a list, and only single records can be tagged",
				why: "Whatever the function returns is kept, and can have tags.",
			},
		],
		proof: [{ check: `${lesson}#every-page-is-up-to-date` }],
	},
]);
