import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/extra-arguments";

export default defineQuiz([
	{
		id: "what-is-hidden",
		kind: "trueFalseGrid",
		level: 2,
		points: ["C8", "F5"],
		ask: "`price` reaches an action in three ways. Which statements about the page's HTML are true?",
		statements: [
			{
				text: "As a hidden field, it can be read in the HTML.",
				isTrue: true,
				why: "A hidden field is hidden from the eye only.",
			},
			{
				text: "As an argument of `bind`, it is encrypted.",
				isTrue: false,
				why: "Bound values stand in a hidden field, as plain text.",
			},
			{
				text: "As a variable that an inline action closes over, it is encrypted.",
				isTrue: true,
				why: "Captured values are encrypted by the server on their way to the browser and back.",
			},
		],
		proof: [{ claim: `${lesson}#plain-in-the-page` }, { claim: `${lesson}#closure-is-encrypted` }],
	},
	{
		id: "changed-on-the-way",
		kind: "single",
		level: 2,
		points: ["C8", "F4"],
		ask: "A form deletes comment 7 with `remove.bind(null, 7)`. Somebody sends the same request with 8 in place of 7. What does Next.js do?",
		options: [
			{
				text: "It refuses, because the bound value is signed",
				why: "Bound values are neither signed nor encrypted.",
			},
			{
				text: "It calls the action with 8",
				correct: true,
				why: "Such a request looks like any other. The action has to ask whose comment 8 is.",
			},
			{
				text: "It calls the action with 7, for that is what this form was rendered with",
				why: "The server does not remember what it rendered. All that it knows is in the request.",
			},
			{
				text: "It answers 404, because no form on the page has that value",
				why: "Nobody compares the request with the page.",
			},
		],
		proof: [{ claim: `${lesson}#changed-on-the-way` }],
	},
	{
		id: "type-of-hidden",
		kind: "predictOutput",
		level: 2,
		points: ["C8", "D1"],
		ask: 'A form has `<input type="hidden" name="id" value={7} />`. The action begins like this. What does it print?',
		run: {
			in: "node",
			code: `const formData = new FormData();
formData.set("id", 7 as unknown as string);

const id = formData.get("id");
console.log(typeof id, id === (7 as unknown));`,
		},
		options: [
			{
				text: "number true",
				why: "A form field has no number type. `bind` would have kept the number.",
			},
			{
				text: "string false",
				correct: true,
				why: "Every field is text, so a comparison with `===` never finds the row. Parse it first.",
			},
			{
				text: "string true",
				why: '`"7"` and `7` are not the same for `===`.',
			},
			{
				text: "object false",
				why: "Only a file is an object. Everything else is text.",
			},
		],
		proof: [{ claim: `${lesson}#hidden-is-text` }],
	},
	{
		id: "delete-on-load",
		kind: "spotBug",
		level: 2,
		points: ["C8", "A3"],
		ask: "Whenever the page is opened, all comments are gone. Which line is it?",
		code: {
			title: "app/page.tsx",
			text: `import { db } from "@/lib/db";
import { remove } from "./actions";

export default async function Page() {
	const comments = await db.comment.findMany();
	return comments.map((comment) => (
		<form key={comment.id} action={remove(comment.id)}>
			{comment.text}
			<button>Delete</button>
		</form>
	));
}`,
		},
		bug: {
			line: "action={remove(comment.id)}",
			why: "The parentheses call the action for every comment, while the page is rendered.",
		},
		reasons: [
			{
				text: "A form without fields is sent by the browser as soon as it is shown",
				why: "No browser sends a form by itself.",
			},
			{
				text: "Called in a Server Component, an action runs there and then",
				correct: true,
				why: "Give the form a function and not the result of one: `remove.bind(null, comment.id)`.",
			},
			{
				text: "`key` and the action share an id, so React calls it to find out which row it belongs to",
				why: "A key is only a name for React. It calls nothing.",
			},
		],
		proof: [{ claim: `${lesson}#called-means-done` }],
	},
]);
