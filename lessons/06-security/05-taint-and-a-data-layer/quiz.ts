import { defineQuiz } from "@/lib/quiz";

const lesson = "security/taint-and-a-data-layer";

export default defineQuiz([
	{
		id: "narrow-type-whole-row",
		kind: "single",
		level: 1,
		points: ["F7"],
		ask: "The Client Component `Directory` has the prop `people: { id: number; name: string }[]`. The page passes whole rows, which have an `email` as well. What reaches the browser?",
		options: [
			{
				text: "`id` and `name`, because React sends only the properties that the type of the prop names",
				why: "Types are gone before anything runs. React sees objects, and sends what is in them.",
			},
			{
				text: "Whatever the component shows on the screen, and nothing else of the rows",
				why: "The server cannot know what the component will show. It sends its props, complete.",
			},
			{
				text: "The rows as they are, with every `email`",
				correct: true,
				why: "A wider object fits a narrower type, so TypeScript is content. To send less, make objects that have less.",
			},
			{
				text: "Nothing: the build fails because of the extra property",
				why: "TypeScript complains of extra properties only where an object is written out on the spot, and rows come from elsewhere.",
			},
		],
		proof: [{ claim: `${lesson}#props-travel` }, { check: `${lesson}#page-carries-no-address` }],
	},
	{
		id: "through-the-net",
		kind: "multiple",
		level: 3,
		points: ["F7"],
		ask: "`record` was given to `experimental_taintObjectReference`; its `token` was also given to `experimental_taintUniqueValue`. Its other fields are not tainted. Which of these still get to a Client Component?",
		options: [
			{
				text: "`record` itself, as a prop of its own",
				why: "Exactly this object is what taint knows. The page fails, with your message in the log.",
			},
			{
				text: "`{ ...record, token: undefined }`, a copy without the token",
				correct: true,
				why: "A copy is another object, and React was told about the first one only.",
			},
			{
				text: "`{ label: record.token }`, the token under another name",
				why: "The value itself is tainted, so it is stopped in whatever object it stands.",
			},
			{
				text: '`"Bearer " + record.token`',
				correct: true,
				why: "That makes a new string. Taint does not follow what is made of a value.",
			},
		],
		proof: [
			{ claim: `${lesson}#taint-stops` },
			{ claim: `${lesson}#copy-passes` },
			{ claim: `${lesson}#value-stops` },
			{ claim: `${lesson}#derived-passes` },
		],
		note: "Taint tells you that somebody went around the data layer. What protects the data is a layer that gives out little.",
	},
	{
		id: "row-as-an-answer",
		kind: "spotBug",
		level: 2,
		points: ["F7", "C2"],
		ask: "The page shows the new name only. Which line gives away more than that?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

export async function rename(formData: FormData) {
	const user = await requireUser();
	const name = nameSchema.parse(formData.get("name"));
	const row = await db.user.update({ where: { id: user.id }, data: { name } });
	revalidatePath("/people");
	return row;
}`,
		},
		bug: {
			line: "return row",
			why: "The row is written into the answer with all its columns, and whoever calls the action can read them.",
		},
		reasons: [
			{
				text: "An action must return `void`, or its answer is kept in the browser's cache",
				why: "An action may return what it likes, and answers to POST requests are not kept. The question is only what is in them.",
			},
			{
				text: "What an action returns is sent complete, shown or not",
				correct: true,
				why: "Return an object made for the purpose, such as `{ name: row.name }`.",
			},
			{
				text: "A row from the database is tainted by default, so the call fails",
				why: "Nothing is tainted unless your code says so.",
			},
		],
		proof: [{ claim: `${lesson}#answers-travel` }, { check: `${lesson}#answer-carries-no-address` }],
	},
	{
		id: "a-copy-gets-away",
		kind: "fixTheCode",
		level: 3,
		points: ["F7"],
		ask: "The full record is tainted, and the page `/badge` still sends Grace's address to the browser. Mend the data layer, and leave the pages as they are.",
		lesson,
		from: "mistakes/a-copy-gets-away",
		checks: ["badge-is-stopped", "invitation-arrives"],
		why: "One object was tainted and another, a copy of it, was returned. Taint the very object that you hand out.",
		proof: [{ claim: `${lesson}#copy-passes` }],
	},
]);
