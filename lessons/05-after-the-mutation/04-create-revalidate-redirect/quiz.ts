import { defineQuiz } from "@/lib/quiz";

const lesson = "after-the-mutation/create-revalidate-redirect";

export default defineQuiz([
	{
		id: "redirect-refreshes",
		kind: "single",
		level: 2,
		points: ["E5", "J2"],
		ask: "“If an action calls `redirect`, Next.js revalidates the page it leads to.” Is that so?",
		options: [
			{
				text: "Yes, for every page",
				why: "It is a common belief. A page with cached data comes back with the old data.",
			},
			{
				text: "No: cached data of the page stays as it is",
				correct: true,
				why: "Say what changed before you redirect. A page that caches nothing is up to date anyway.",
			},
			{
				text: "Yes, if the page is in the same folder as the form",
				why: "Folders play no part in it.",
			},
			{
				text: "No: and without `revalidatePath`, `redirect` fails",
				why: "It works. The page just may be old.",
			},
		],
		proof: [{ claim: `${lesson}#redirect-alone` }, { claim: `${lesson}#uncached-is-fresh` }],
	},
	{
		id: "order-of-three",
		kind: "order",
		level: 1,
		points: ["E7", "I4"],
		ask: "An action creates an offer. Put its steps in order.",
		steps: [
			{
				id: "parse",
				text: "Parse the form data with a schema",
				why: "Nothing may be written that was not checked.",
			},
			{
				id: "leave",
				text: "Return the errors, if there are any",
				after: ["parse"],
				why: "Bad input ends here, before anything is changed.",
			},
			{
				id: "write",
				text: "Write the record",
				after: ["leave"],
				why: "With the parsed values, not with the raw ones.",
			},
			{
				id: "revalidate",
				text: "Say which data has changed",
				after: ["write"],
				why: "After the write has worked, and before the line that throws.",
			},
			{
				id: "redirect",
				text: "Redirect to the list",
				after: ["revalidate"],
				why: "It throws, so it comes last.",
			},
		],
		proof: [
			{ check: `${lesson}#list-shows-it` },
			{ check: `${lesson}#refusal-keeps-the-cache` },
			{ claim: "after-the-mutation/redirect-after-a-write#nothing-runs-after" },
		],
	},
	{
		id: "when-it-takes-effect",
		kind: "single",
		level: 3,
		points: ["E3", "E7"],
		ask: 'An action calls `updateTag("offers")` and then reads the offers through the cached function, in the next line. What does it get?',
		options: [
			{
				text: "The old offers",
				correct: true,
				why: "What an action revalidates is thrown away when the action is done, not at the line that says so.",
			},
			{
				text: "The new offers",
				why: "That is what one would expect. The page in the answer is rendered with them.",
			},
			{
				text: "An error, because a cached function may not be called in an action",
				why: "It may be called there.",
			},
		],
		proof: [{ claim: `${lesson}#at-the-end` }],
	},
	{
		id: "price-in-cents",
		kind: "predictOutput",
		level: 2,
		points: ["D1", "I4"],
		ask: "A price is typed as text and stored in cents. What does this print?",
		run: {
			in: "node",
			code: `import * as z from "zod";

const price = z.coerce.number().positive().transform((euros) => Math.round(euros * 100));
console.log([" 1.15 ", "0", "free"].map((text) => price.safeParse(text).data ?? "-").join(" "));`,
		},
		options: [
			{
				text: "115 0 -",
				why: "`positive()` refuses nought.",
			},
			{
				text: "114 - -",
				why: "1.15 times 100 is a little less than 115, but `Math.round` puts that right.",
			},
			{
				text: "115 - -",
				correct: true,
				why: "Spaces are no harm, nought is not positive, and “free” is no number.",
			},
			{
				text: "- - -",
				why: '`Number(" 1.15 ")` ignores spaces at the ends.',
			},
		],
	},
	{
		id: "old-list-after-redirect",
		kind: "fixTheCode",
		level: 2,
		points: ["E5", "E7"],
		ask: "The visitor is redirected to the list, and their offer is not there. Mend the action.",
		lesson,
		from: "mistakes/trusts-the-redirect",
		checks: ["list-shows-it", "shown-after-the-redirect"],
		why: "A redirect does not refresh cached data. Name the changed data with `updateTag` before you redirect.",
	},
]);
