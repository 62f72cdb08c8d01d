import { defineQuiz } from "@/lib/quiz";

const lesson = "calling-actions/a-like-button";

export default defineQuiz([
	{
		id: "one-click-on-the-wire",
		kind: "single",
		level: 1,
		points: ["C1", "B4"],
		ask: "A visitor on `/posts` clicks a button whose handler is `async () => setLikes(await like(3))`. What does the browser send?",
		options: [
			{
				text: "A `GET` to an address made for `like`, with `?id=3`",
				why: "Actions are called by POST only, and have no address of their own.",
			},
			{
				text: "A `POST` to `/posts`; a header names the action, the body has the arguments",
				correct: true,
				why: "The header is `Next-Action`, and the address is that of the open page.",
			},
			{
				text: "A `POST` to `/api/like`, the Route Handler that Next.js makes for every exported action",
				why: "No Route Handler is made. The page's own address takes the call.",
			},
			{
				text: "Nothing before the next form on the page is sent; then both go together",
				why: "A call is sent by itself. It may have to wait for another action that still runs, but for no form.",
			},
		],
		proof: [{ claim: `${lesson}#one-post` }],
	},
	{
		id: "what-await-gives",
		kind: "multiple",
		level: 2,
		points: ["C1", "B7"],
		ask: "`const answer = await like(3)` in an event handler. What can `answer` be, just as the action returned it?",
		options: [
			{
				text: "A number",
				correct: true,
				why: "The value that the action returns is what `await` gives.",
			},
			{
				text: "A `Date`",
				correct: true,
				why: "It arrives as a `Date`, and not as text.",
			},
			{
				text: "A `Map`",
				correct: true,
				why: "React's format knows `Map` and `Set`; JSON would not.",
			},
			{
				text: "A `Response`, with the value in its body",
				why: "The request is React's own business. You get the value, not the answer it came in.",
			},
		],
		proof: [{ claim: `${lesson}#value-comes-back` }],
	},
	{
		id: "called-in-render",
		kind: "spotBug",
		level: 2,
		points: ["C1"],
		ask: "The page that shows this Client Component answers with status 500. Which line is it?",
		code: {
			title: "app/like-button.tsx",
			text: `"use client";

import { useState } from "react";
import { like } from "./actions";

export function LikeButton({ id, count }: { id: number; count: number }) {
	const [likes, setLikes] = useState(count);
	return (
		<button type="button" onClick={like(id).then(setLikes)}>
			{likes} likes
		</button>
	);
}`,
		},
		bug: {
			line: "onClick={like(id)",
			why: "`like(id)` runs when the line does: while the button is rendered, not when it is clicked.",
		},
		reasons: [
			{
				text: "`setLikes` has to be called in a transition",
				why: "A plain state update needs none.",
			},
			{
				text: "The action is called while the component is rendered on the server, which is an error",
				correct: true,
				why: "An event handler has to be a function: `onClick={async () => setLikes(await like(id))}`.",
			},
			{
				text: "`useState` may not begin with a value that came from the server as a prop",
				why: "Any prop may be the first value of a state.",
			},
		],
		proof: [{ claim: `${lesson}#not-while-rendering` }],
	},
	{
		id: "handler-and-error",
		kind: "single",
		level: 3,
		points: ["C1", "D5"],
		ask: "The action that an event handler awaits throws, and nothing catches it. What does the visitor see?",
		options: [
			{
				text: "The page as it was",
				correct: true,
				why: "The promise rejects in your handler. Nobody but you can tell the visitor: use `try` and `catch`.",
			},
			{
				text: "The nearest `error.tsx`, in place of the page",
				why: "Error boundaries catch what goes wrong while React renders or in its transitions. An event handler is neither.",
			},
			{
				text: "A status 500 page of the browser",
				why: "The request was made in the background; its status is not shown anywhere.",
			},
			{
				text: "The page, loaded anew with the message on top",
				why: "No document is loaded, and no message is shown by itself.",
			},
		],
		proof: [{ claim: `${lesson}#errors-are-yours` }],
	},
]);
