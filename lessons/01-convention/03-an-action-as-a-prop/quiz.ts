import { defineQuiz } from "@/lib/quiz";

const lesson = "convention/an-action-as-a-prop";

export default defineQuiz([
	{
		id: "arrow-around-an-action",
		kind: "spotBug",
		level: 2,
		points: ["A5"],
		ask: "The menu page answers with status 500. `RenameForm` is a Client Component. Which line is it?",
		code: {
			title: "app/menu/page.tsx",
			text: `import { db } from "@/lib/db";
import { rename } from "./actions";
import { RenameForm } from "./rename-form";

export default async function Page() {
	const item = await db.item.findFirst();
	return (
		<RenameForm
			name={item.name}
			action={(formData) => rename(item.id, formData)}
		/>
	);
}`,
		},
		bug: {
			line: "action={(formData)",
			why: "What is handed over here is the arrow function, not the action inside of it.",
		},
		reasons: [
			{
				text: "The prop would have to be called `renameAction`, or React does not take it for an action",
				why: "The TypeScript plugin looks at names. At run time any name will do.",
			},
			{
				text: "`item.id` is a secret of the server and may not be used in a function that goes to the browser",
				why: "An id may be used. It is the function around it that cannot travel.",
			},
			{
				text: "An arrow function around an action is a plain function, and plain functions cannot be passed to a Client Component",
				correct: true,
				why: "`rename.bind(null, item.id)` is the way: what `bind` returns is still an action.",
			},
		],
		proof: [{ claim: `${lesson}#arrow-is-plain` }, { claim: `${lesson}#bound-is-an-action` }],
	},
	{
		id: "when-it-fails",
		kind: "single",
		level: 2,
		points: ["A5"],
		ask: "A Server Component passes a plain function, no action, to a Client Component. When do you find out?",
		options: [
			{
				text: "When the project is compiled; the page is never built",
				why: "The compiler does not follow where a value ends up. In an editor, the TypeScript plugin may warn.",
			},
			{
				text: "When the page is rendered",
				correct: true,
				why: "React has to write the props down for the browser, meets a function that is no action, and stops with an error.",
			},
			{
				text: "When the visitor clicks on what calls the function, with an error in the browser's console",
				why: "It does not get that far: the page itself fails.",
			},
			{
				text: "Never; the function is left out and the Client Component gets `undefined` in its place",
				why: "React does not drop a prop silently. It throws.",
			},
		],
		proof: [{ claim: `${lesson}#plain-function` }],
	},
	{
		id: "order-of-arguments",
		kind: "single",
		level: 1,
		points: ["A5", "C8"],
		ask: "A form is given `action={rename.bind(null, 7)}` and sent. With which arguments is `rename` called?",
		options: [
			{
				text: "`rename(formData, 7)`",
				why: "Bound arguments stand in front, as everywhere in JavaScript.",
			},
			{
				text: "`rename(7, formData)`",
				correct: true,
				why: "Bound arguments come first, the form data comes last.",
			},
			{
				text: "`rename(formData)`, with 7 as an extra field of the form data",
				why: "That would be a hidden field. `bind` gives an argument of its own.",
			},
			{
				text: "`rename(null, 7, formData)`",
				why: "`null` is the `this` of `bind`; it is not passed on.",
			},
		],
		proof: [{ claim: `${lesson}#bound-is-an-action` }],
	},
	{
		id: "names-of-props",
		kind: "trueFalseGrid",
		level: 3,
		points: ["A5"],
		ask: "True or false, of functions passed from a Server Component to a Client Component?",
		statements: [
			{
				text: "An action passed as `onSave` works at run time.",
				isTrue: true,
				why: "Names matter to the editor's plugin only. The reference is the same whatever the prop is called.",
			},
			{
				text: "A plain function passed as `onSave` works, because event handlers are allowed.",
				isTrue: false,
				why: "It fails too, with a message of its own that speaks of event handlers.",
			},
			{
				text: "What `bind` returns for an action may be passed like the action itself.",
				isTrue: true,
				why: "React gives actions a `bind` that makes another action.",
			},
		],
		proof: [
			{ claim: `${lesson}#any-name` },
			{ claim: `${lesson}#event-handler` },
			{ claim: `${lesson}#bound-is-an-action` },
		],
	},
]);
