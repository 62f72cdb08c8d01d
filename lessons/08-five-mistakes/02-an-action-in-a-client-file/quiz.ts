import { defineQuiz } from "@/lib/quiz";

const lesson = "five-mistakes/an-action-in-a-client-file";

export default defineQuiz([
	{
		id: "fine-until-somebody-looked",
		kind: "single",
		level: 1,
		points: ["H2", "A6"],
		ask: "In development `/hours` was fine. Then somebody opened `/`, which uses a file that does not compile, and now `/hours` fails as well, though it does not use that file. Why?",
		options: [
			{
				text: "Both pages share a layout, and the layout imports the broken file",
				why: "Then `/hours` would have failed at once. It did not, until the other page was opened.",
			},
			{
				text: "A file is compiled when it is first asked for, and its error then takes every page down",
				correct: true,
				why: "So look at the file that the message names, and not at the page that you happen to see it on.",
			},
			{
				text: "The browser keeps the error in its cache; an emptied cache or another browser brings the page back at once",
				why: "It is the server that answers with the error, whoever asks.",
			},
			{
				text: "An error in one page stops the server, until it is started again by hand",
				why: "It goes on running, and the pages are back when the file compiles.",
			},
		],
		proof: [{ claim: `${lesson}#one-breaks-all` }],
	},
	{
		id: "no-answer-without-scripts",
		kind: "spotBug",
		level: 3,
		points: ["H2", "C8"],
		ask: "The action was moved to its own file, and with JavaScript all is well. The old till has no JavaScript, and its button does nothing. Which line is it?",
		code: {
			title: "app/answer-box.tsx",
			text: `"use client";

import { useState } from "react";
import { addAnswer } from "./actions";

export function AnswerBox({ questionId }: { questionId: number }) {
	const [text, setText] = useState("");
	return (
		<form action={(formData) => addAnswer(questionId, formData)}>
			<textarea name="text" value={text} onChange={(event) => setText(event.target.value)} />
			<p>{90 - text.length} characters left</p>
			<button type="submit">Answer</button>
		</form>
	);
}`,
		},
		bug: {
			line: "addAnswer(questionId, formData)",
			why: "What the form gets here is a function of the browser. The action stands behind it, where no plain form can reach it.",
		},
		reasons: [
			{
				text: "A function of the browser has no address; an action bound with `.bind` keeps its own",
				correct: true,
				why: "`addAnswer.bind(null, questionId)`, given straight to the form, can be posted by the browser itself.",
			},
			{
				text: "A Client Component's form needs JavaScript, whatever its `action` is",
				why: "Its HTML comes from the server, too. With the action itself in the form, it works without.",
			},
			{
				text: "A field with `value` and `onChange` is sent empty where there are no scripts to keep its state up to date",
				why: "The browser sends what stands in the field. Here, however, it does not send anything.",
			},
			{
				text: "`formData` has to be the first argument of an action that a form calls",
				why: "Bound arguments come first and the form data last, and this order is right.",
			},
		],
		proof: [{ claim: `${lesson}#bound-without-javascript` }, { check: `${lesson}#answer-is-stored` }],
	},
	{
		id: "a-repair-that-keeps-both",
		kind: "single",
		level: 2,
		points: ["H2", "A4"],
		ask: "A component counts characters with `useState` and defines the inline action that stores the answer. Which repair keeps both the counter and the answers?",
		options: [
			{
				text: 'Delete `"use client"`: the action needs the server, and a counter can be worked out there',
				why: "The state needs a Client Component. Without the directive the page fails as before, with another message.",
			},
			{
				text: "Move the action to a file of actions, and send along what it used of the component",
				correct: true,
				why: "The component stays in the browser with its counter. A prop that the action used becomes an argument.",
			},
			{
				text: 'Delete `"use server"`: the form calls the function in any case',
				why: "Then it is a function of the browser, and brings the database with it. The page does not come up.",
			},
			{
				text: "Move the action to a file of its own as it is, with the directive inside the function",
				why: "A file without a directive at its top becomes part of the client file that imports it.",
			},
		],
		proof: [
			{ check: `${lesson}#site-is-up` },
			{ check: `${lesson}#counter-counts` },
			{ claim: "convention/not-in-a-client-file#from-a-file" },
		],
	},
	{
		id: "question-left-behind",
		kind: "fixTheCode",
		level: 2,
		points: ["H2", "C8"],
		ask: "The site is up again, and the answers that are sent appear under no question. Store each with its own, without JavaScript as well.",
		lesson,
		from: "mistakes/question-left-behind",
		checks: ["answer-is-stored", "answer-appears"],
		why: "Inside the component the action could use the prop. In its own file it cannot: the id has to travel with the call, and `.bind` sends it along even where there is no JavaScript.",
	},
]);
