import { defineQuiz } from "@/lib/quiz";

/** J1 to J6, as an interviewer asks them: said aloud, then held against a model answer. */
export default defineQuiz([
	{
		id: "what-are-server-actions",
		kind: "shortAnswer",
		level: 1,
		points: ["J6", "A1", "A2"],
		ask: "Give me the short answer: what are Server Actions?",
		reference: `A Server Action is an async function that runs on the server and that a form or a component can call. You mark it with the directive "use server", inside of the function or at the top of a file. Next.js makes an endpoint of it, and gives the browser a reference in its place.

Given to a form, it works before JavaScript has loaded. Once the page is hydrated, the call is made in the background, and one answer brings the result together with the fresh page, if the action said that something changed.

It is for changing data from your own user interface. It is public, so it has to check its input and who is calling, every time.`,
		rubric: [
			{
				text: "An async function that runs on the server, called from forms or components",
				why: "The definition. Everything else follows from it.",
			},
			{
				text: "Marked with `'use server'`, in the function or at the top of the file",
				why: "Shows that you have written one.",
			},
			{
				text: "Forms work without JavaScript",
				why: "What sets it apart from calling `fetch` in an event handler.",
			},
			{
				text: "Result and fresh page in one round trip",
				why: "The tie to rendering and caching is the reason why actions are more than remote calls.",
			},
			{
				text: "It is a public endpoint: validate and authorise inside",
				why: "People who leave this out ship holes.",
			},
		],
		followUps: [
			{
				ask: "What does the browser get in place of the function?",
				reference:
					"A reference: an id and a name. Calling it sends a POST to the address of the open page, with the id in a header or, without JavaScript, in a hidden field. The body of the function never leaves the server.",
			},
			{
				ask: "Would you fetch data with one?",
				reference:
					"No. Calls of one page wait for each other, they are POST requests, and nothing of them is cached. Server Components read data; actions change it.",
			},
		],
		proof: [
			{ claim: "convention/your-first-action#works-without-javascript" },
			{ claim: "convention/one-file-of-actions#only-a-reference" },
			{ claim: "after-the-mutation/revalidate-a-path#one-round-trip" },
			{ claim: "security/a-public-endpoint#called-by-hand" },
		],
	},
	{
		id: "when-an-action-throws",
		kind: "shortAnswer",
		level: 3,
		points: ["J1", "D3", "D5"],
		ask: "What happens when a Server Action throws an error that nobody handles?",
		reference: `It depends on who called it. If a form, useActionState or a transition of useTransition called it, the error reaches the nearest error boundary: error.tsx takes the place of the page, inside the layout of its folder, and what was typed is gone. If an event handler or an effect called it, no boundary hears of it; the promise rejects, and the page stays as it is.

Without JavaScript, the form post is answered with status 500, and error.tsx is not shown.

In production the browser gets a digest in place of the message; the message stands in the server log. So I return an object for what I expect, such as bad input, and throw for what I do not.`,
		rubric: [
			{
				text: "Forms, `useActionState` and `useTransition`: the nearest error boundary",
				why: "The case that most people know.",
			},
			{
				text: "Event handlers and effects: not caught by any boundary",
				why: "The case that most people get wrong.",
			},
			{
				text: "Without JavaScript: status 500, no `error.tsx`",
				why: "Shows that you think of forms as forms.",
			},
			{
				text: "Return what is expected, throw what is not",
				why: "The rule that you take home from it.",
			},
		],
		followUps: [
			{
				ask: "Does Suspense play a part?",
				reference:
					"No. Suspense shows a fallback while something is loading. It does not catch the error of an action.",
			},
			{
				ask: "You throw a class of your own with a field `seconds`. Can the component read it?",
				reference:
					"No. In the browser it is an error, but no instance of your class, and its own fields are gone. Return an object.",
			},
		],
		proof: [
			{ claim: "validation-and-errors/which-boundary#caught" },
			{ claim: "validation-and-errors/which-boundary#not-caught" },
			{ claim: "validation-and-errors/which-boundary#without-javascript" },
			{ claim: "validation-and-errors/return-or-throw#class-is-lost" },
		],
	},
	{
		id: "redirect-from-an-action",
		kind: "shortAnswer",
		level: 2,
		points: ["J2", "E4", "E5"],
		ask: "Can a Server Action redirect, and how does that work inside?",
		reference: `Yes, with redirect from next/navigation. It works by throwing an error that Next.js knows, so nothing below it runs, and it must not stand inside of a try whose catch swallows it.

For a form that was sent without JavaScript, the answer is 303 with Location. For a call from a hydrated page it is 200, with a header that names the address and with that page in the same answer, so the document stays.

The redirect alone does not refresh cached data of the page it leads to: first say what changed, then redirect.`,
		rubric: [
			{
				text: "It throws, so nothing after it runs",
				why: "Explains every strange effect that people meet.",
			},
			{
				text: "Not inside of `try` and `catch`",
				why: "The mistake everybody makes once.",
			},
			{
				text: "Revalidate first: a redirect alone leaves cached data as it is",
				why: "Many articles say the opposite.",
			},
			{
				text: "303 without JavaScript; 200 with a header and the page with it",
				why: "Shows that you have looked at the network panel.",
			},
		],
		followUps: [
			{
				ask: "Where do you set a cookie then?",
				reference: "In the action, before `redirect` is called. It is sent along with the answer.",
			},
		],
		proof: [
			{ claim: "after-the-mutation/redirect-after-a-write#redirect-throws" },
			{ claim: "after-the-mutation/redirect-after-a-write#see-other" },
			{ claim: "after-the-mutation/redirect-after-a-write#redirect-header" },
			{ claim: "after-the-mutation/create-revalidate-redirect#redirect-alone" },
		],
	},
	{
		id: "action-or-route-handler",
		kind: "shortAnswer",
		level: 2,
		points: ["J3", "G1", "G2"],
		ask: "When do you write a Server Action, and when a Route Handler?",
		reference: `An action when my own user interface changes data: a form, a button. I get the form without JavaScript, pending and optimistic states, and the fresh page in the same answer, and I write one function in place of a handler, a fetch and the state around it.

A Route Handler when somebody else calls: a webhook, a mobile app, a cron job, a public API. They need an address that stays, methods and status codes of my choice, and their own way of signing in. An action has no such address: its id belongs to the build.

Both are public, so both check input and rights. An action has its Origin compared with the host; in a Route Handler that is mine to do.`,
		rubric: [
			{
				text: "Actions for changes from the app's own interface",
				why: "The half that everybody has.",
			},
			{
				text: "Route Handlers for callers outside: webhooks, mobile, cron, public API",
				why: "With examples, it shows that you have met the limit.",
			},
			{
				text: "An action has no stable address",
				why: "That is the reason, and not a matter of taste.",
			},
			{
				text: "Both need validation and authorisation",
				why: "Neither is safer by itself.",
			},
		],
		followUps: [
			{
				ask: "A webhook has to show its effect on a cached page. What does it call?",
				reference: "`revalidateTag` or `revalidatePath`. `updateTag` works in Server Actions only.",
			},
		],
		proof: [
			{ claim: "security/foreign-origin#route-handlers-do-not-ask" },
			{ claim: "after-the-mutation/tags#only-in-actions" },
			{ claim: "calling-actions/a-like-button#one-post" },
		],
	},
	{
		id: "csrf-and-actions",
		kind: "shortAnswer",
		level: 3,
		points: ["J4", "F9", "F4"],
		ask: "How is a Server Action protected from CSRF, and what is still yours to do?",
		reference: `An action is run by POST only, and Next.js compares the header Origin with the host of the request, or with X-Forwarded-Host behind a proxy. A mismatch is refused, and the action does not run. Other hosts can be allowed in the configuration. A session cookie with SameSite=Lax, which is not sent along with posts of other sites, is a second wall.

The id of the action is no token. It is the same for everybody and can be read on the page.

What is left to me: SameSite and HttpOnly on my cookies, the same comparison in my Route Handlers, and above all asking in every action who is calling and whether the record is theirs. CSRF protection stops other sites from using somebody's browser. It does not stop anybody who writes requests by hand.`,
		rubric: [
			{
				text: "POST only, and `Origin` compared with the host",
				why: "The mechanism itself.",
			},
			{
				text: "`SameSite` cookies as a second wall",
				why: "Part of the defence lies in your own code.",
			},
			{
				text: "The action id is no CSRF token",
				why: "A belief that is widespread and wrong.",
			},
			{
				text: "Authentication and ownership are still checked inside of the action",
				why: "Two different questions: where a request comes from, and who may do this.",
			},
		],
		followUps: [
			{
				ask: "A request comes without any Origin. What happens?",
				reference:
					"It runs. Browsers send the header with a POST; whoever leaves it out has no browser to abuse, and no cookie of somebody else.",
			},
		],
		proof: [
			{ claim: "security/foreign-origin#mismatch-is-refused" },
			{ claim: "security/foreign-origin#id-is-no-token" },
			{ claim: "security/foreign-origin#no-origin-is-let-in" },
			{ claim: "security/a-public-endpoint#get-does-not" },
		],
	},
	{
		id: "likes-by-hand",
		kind: "single",
		level: 2,
		points: ["J7", "C1"],
		ask: "Which of these would you NOT build with a Server Action?",
		options: [
			{
				text: "A settings form with an error at each field",
				why: "A form, a schema and `useActionState`: this is what actions are for.",
			},
			{
				text: "A search box that asks for results with every key",
				correct: true,
				why: "It reads. Calls of a page wait for each other, so an early letter would hold up a late one.",
			},
			{
				text: "Marking a task as done, with the tick shown at once",
				why: "An optimistic value and an action that revalidates do it well.",
			},
			{
				text: "Signing in with a password, then going to the page that asked for it",
				why: "Validate, set the session cookie, redirect: one action.",
			},
		],
		proof: [
			{ claim: "calling-actions/pending#second-waits" },
			{ claim: "calling-actions/save-as-you-type#each-key-a-call" },
		],
	},
	{
		id: "short-answer-grid",
		kind: "trueFalseGrid",
		level: 1,
		points: ["J6", "A1", "B6"],
		ask: "An interviewer reads out four sentences. Which are right?",
		statements: [
			{
				text: "A form with a Server Action can be sent before any JavaScript has loaded.",
				isTrue: true,
				why: "The browser posts it by itself, and the answer is the page.",
			},
			{
				text: "The code of an action is part of the page's JavaScript, encrypted.",
				isTrue: false,
				why: "The browser gets a reference. No code is sent.",
			},
			{
				text: "An action can be called with `GET` if it only reads.",
				isTrue: false,
				why: "POST is the only method that runs one.",
			},
			{
				text: "An action can be called by people who have never opened your page.",
				isTrue: true,
				why: "It is an endpoint. All they need is its id.",
			},
		],
		proof: [
			{ claim: "convention/your-first-action#works-without-javascript" },
			{ claim: "convention/one-file-of-actions#only-a-reference" },
			{ claim: "security/a-public-endpoint#get-does-not" },
			{ claim: "security/a-public-endpoint#called-by-hand" },
		],
	},
	{
		id: "life-of-a-form-post",
		kind: "order",
		level: 3,
		points: ["J6", "B1", "B5"],
		ask: "JavaScript is off. Put in order what happens after a form with an action is sent.",
		steps: [
			{
				id: "post",
				text: "The browser posts the form to the address of the page",
				why: "The form's HTML has no other address.",
			},
			{
				id: "origin",
				text: "Next.js compares `Origin` with the host",
				after: ["post"],
				why: "A post from another site ends here.",
			},
			{
				id: "run",
				text: "The action runs",
				after: ["origin"],
				why: "A hidden field has said which one.",
			},
			{
				id: "render",
				text: "The page is rendered, with what the action returned",
				after: ["run"],
				why: "State of `useActionState` is rendered into it.",
			},
			{
				id: "show",
				text: "The browser shows the new document",
				after: ["render"],
				why: "Without JavaScript nobody could change the old one.",
			},
		],
		proof: [
			{ claim: "convention/your-first-action#works-without-javascript" },
			{ claim: "security/foreign-origin#mismatch-is-refused" },
			{ claim: "validation-and-errors/validate-a-form#state-without-javascript" },
		],
	},
]);
