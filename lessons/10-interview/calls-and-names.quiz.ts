import { defineQuiz } from "@/lib/quiz";

const plain = "behaviour/a-plain-function";

/** J5, and what an interviewer asks next after J1 to J4. */
export default defineQuiz([
	{
		id: "an-action-calls-an-action",
		kind: "shortAnswer",
		level: 2,
		points: ["J5", "B8"],
		ask: "Can a Server Action call another Server Action?",
		reference: `Yes, and then it is a plain function call. "use server" makes functions that the browser calls by a request; on the server they stay what they are. So no second request is made, nothing is serialised, and an instance of a class or a function arrives as what it is. What the inner one throws reaches the outer one with its class and its message, so a catch can look at it.

One thing to mind: redirect works by throwing. If the inner action redirects, the outer one ends there as well.

Often it is better to move what they share into a function in a file without the directive, and to keep the actions thin. Every exported action is a door for the browser, and a helper need not be one. Calling them one after the other from the browser is worse: between two requests the connection may be lost, and half of the work is done.`,
		rubric: [
			{
				text: "Yes: on the server it is a function call, without a request",
				why: "The heart of it. People who think of actions as remote calls everywhere say no.",
			},
			{
				text: "Nothing is serialised between the two",
				why: "Follows from the first, and shows that you know where the boundary runs.",
			},
			{
				text: "Errors arrive as they are; a redirect in the inner one ends both",
				why: "What goes wrong in practice when actions are put together.",
			},
			{
				text: "Shared work belongs in a plain function, in a file without the directive",
				why: "Each exported action is an endpoint. A helper that is one by accident is a hole.",
			},
		],
		followUps: [
			{
				ask: "Does the outer action's check of the session cover the inner one?",
				reference:
					"For this call it does. But the inner one is an endpoint too, and can be called without the outer. If it is exported, it has to ask for itself, or it should not be an action.",
			},
			{
				ask: "Can a Route Handler call an action?",
				reference:
					"It can import it and call it like any function. Mind what only actions may do: `updateTag` is an error there. A shared function that both call is the better way.",
			},
			{
				ask: "And a Server Component, while it renders?",
				reference:
					"It would run, with every GET of that page, so a change would be made by looking at it. Reading belongs in a plain function.",
			},
		],
		proof: [
			{ claim: `${plain}#no-request` },
			{ claim: `${plain}#nothing-is-serialised` },
			{ claim: `${plain}#error-as-it-is` },
			{ claim: `${plain}#redirect-ends-both` },
			{ claim: "actions-or-route-handlers/inline-or-file#helpers-are-doors" },
			{ claim: "security/a-public-endpoint#called-by-hand" },
			{ claim: "after-the-mutation/tags#only-in-actions" },
			{ claim: "behaviour/post-only#plain-call" },
			{ check: `${plain}#drop-box` },
		],
	},
	{
		id: "mail-that-never-goes-out",
		kind: "spotBug",
		level: 3,
		points: ["J5", "J2", "E4"],
		ask: "`publishAndTell` is called by a form. The post is created, and the mail never goes out. Which line is it?",
		code: {
			title: "app/actions.ts",
			language: "ts",
			text: `"use server";

export async function publish(formData: FormData) {
	const { name } = await requireUser();
	const post = await createPost(name, formData);
	redirect(\`/posts/\${post.id}\`);
}

export async function publishAndTell(formData: FormData) {
	await publish(formData);
	await mailToFollowers();
}`,
		},
		bug: {
			line: ["redirect(", "await publish(formData)"],
			why: "The inner action redirects, and with that the outer one ends at the line that calls it.",
		},
		reasons: [
			{
				text: "An action cannot await another action, so that the second line waits for ever",
				why: "On the server it is a function like any other, and can be awaited.",
			},
			{
				text: "A redirect throws, through the inner action and the outer one",
				correct: true,
				why: "Let the inner function return the post, and leave the redirect to the one that the page calls.",
			},
			{
				text: "The inner call is a request of its own, and its redirect leads the browser away before the outer is done",
				why: "No request is made for the inner call. The error passes through both functions on the server.",
			},
		],
		proof: [
			{ claim: `${plain}#redirect-ends-both` },
			{ claim: "after-the-mutation/redirect-after-a-write#redirect-throws" },
		],
	},
	{
		id: "called-by-an-action-or-a-click",
		kind: "trueFalseGrid",
		level: 3,
		points: ["J5", "B8", "J1"],
		ask: "`inner` is an action. `outer`, another action, calls it; so does a click handler in the browser. True or false?",
		statements: [
			{
				text: "`outer` can pass a function to `inner` and `inner` can call it.",
				isTrue: true,
				why: "Between the two nothing is serialised.",
			},
			{
				text: "When `inner` throws `new StockError()`, `outer` can ask `error instanceof StockError`.",
				isTrue: true,
				why: "The error arrives as it is, class and message included.",
			},
			{
				text: "When `inner` throws `new StockError()`, the click handler can ask `error instanceof StockError`.",
				isTrue: false,
				why: "On the way to the browser the class is lost, and so are the error's own fields.",
			},
			{
				text: "`outer` calling `inner` makes a second POST from the server to itself.",
				isTrue: false,
				why: "There is one request: the one that called `outer`.",
			},
		],
		proof: [
			{ claim: `${plain}#nothing-is-serialised` },
			{ claim: `${plain}#error-as-it-is` },
			{ claim: "validation-and-errors/return-or-throw#class-is-lost" },
			{ claim: `${plain}#no-request` },
		],
	},
	{
		id: "error-page-that-never-came",
		kind: "single",
		level: 3,
		points: ["J1", "D5"],
		ask: "And then the interviewer asks: “My action throws, there is an `error.tsx` beside the page, and the user sees nothing at all. How can that be?”",
		options: [
			{
				text: "The error was caught by a `Suspense` above the page, which shows its fallback for ever",
				why: "`Suspense` does not catch the error of an action.",
			},
			{
				text: "`error.tsx` is for errors of rendering, and those of actions never reach it, whoever calls them",
				why: "They do reach it when a form, `useActionState` or `useTransition` made the call.",
			},
			{
				text: "It was called in a click handler, outside of a transition of `useTransition`",
				correct: true,
				why: "No boundary hears of such an error. Catch it there, or let the action return what you expect to go wrong.",
			},
			{
				text: "`error.tsx` has to stand in the folder of the action's file, and not beside the page",
				why: "Where the action is written does not matter. The boundary is looked for where the call is made.",
			},
		],
		proof: [
			{ claim: "validation-and-errors/which-boundary#not-caught" },
			{ claim: "validation-and-errors/which-boundary#caught" },
			{ claim: "validation-and-errors/which-boundary#suspense-never" },
		],
	},
	{
		id: "redirect-details",
		kind: "multiple",
		level: 3,
		points: ["J2", "E4", "E5"],
		ask: "And then: “You say that `redirect` throws. Which of these follow, or are true besides?”",
		options: [
			{
				text: "A `catch` around it gets an error",
				correct: true,
				why: "Its message is `NEXT_REDIRECT`. Whoever swallows it has no redirect.",
			},
			{
				text: "A `finally` around it is skipped",
				why: "It runs, as it does for every error. What stands below does not.",
			},
			{
				text: "It works only when a form called the action, since a click handler has no page to leave",
				why: "An action that an event handler called can redirect, too, and the document is not loaded anew.",
			},
			{
				text: "Its destination may still show old cached data",
				correct: true,
				why: "A redirect refreshes nothing that is cached. Say what changed before you redirect.",
			},
		],
		proof: [
			{ claim: "after-the-mutation/redirect-after-a-write#redirect-throws" },
			{ claim: "after-the-mutation/redirect-after-a-write#nothing-runs-after" },
			{ claim: "after-the-mutation/redirect-after-a-write#from-an-event-handler" },
			{ claim: "after-the-mutation/create-revalidate-redirect#redirect-alone" },
		],
	},
	{
		id: "one-rule-two-doors",
		kind: "shortAnswer",
		level: 3,
		points: ["J3", "G2", "G3"],
		ask: "Your web app marks orders as paid with an action. Now a payment service has to do the same. How do you organise that?",
		reference: `What both do goes into a plain function, say markAsPaid in lib/orders.ts, without the directive. The action and a Route Handler are thin layers over it.

They differ in three things. Who calls: the action asks for the session, the Route Handler for the service's token. How they answer: the action returns something for the form, the Route Handler a status, 401, 400, 404 or 200, because the service decides by it whether to try again. And the cache: the action calls updateTag, which a Route Handler may not; there it is revalidateTag with expire 0, if the next visitor must see it.

I would not give the service the id of the action. It is made of the file, the name and a key, and it answers in React's format.`,
		rubric: [
			{
				text: "The shared rule stands in a plain function; action and Route Handler are thin",
				why: "Two copies of a rule become two rules.",
			},
			{
				text: "Each has its own way of asking who is calling: session here, token there",
				why: "A common mistake is to ask for one of the two in the shared function, and to lock out the other caller.",
			},
			{
				text: "The Route Handler answers with statuses that a program understands",
				why: "With 200 for a failure the payment is lost; with 500 for a wrong order it is tried for days.",
			},
			{
				text: "`revalidateTag` in the Route Handler, as `updateTag` is for actions only",
				why: "Shows that you have thought of the page that is cached.",
			},
		],
		followUps: [
			{
				ask: "The service reports the same payment twice. What then?",
				reference:
					"Marking an order as paid a second time should change nothing and be answered with 200. If something is sent or booked with it, recognise the report by its id, noted in one go with the work.",
			},
		],
		proof: [
			{ claim: "actions-or-route-handlers/who-else-calls#id-follows-the-code" },
			{ claim: "actions-or-route-handlers/who-else-calls#answer-is-not-json" },
			{ claim: "actions-or-route-handlers/who-else-calls#update-tag-refuses" },
			{ claim: "actions-or-route-handlers/who-else-calls#expire-now" },
			{ check: "actions-or-route-handlers/who-else-calls#strangers-are-refused" },
			{ check: "actions-or-route-handlers/who-else-calls#mistakes-have-a-status" },
			{ check: "actions-or-route-handlers/who-else-calls#cash-still-works" },
		],
	},
	{
		id: "safe-behind-a-proxy",
		kind: "single",
		level: 3,
		points: ["J4", "F9", "F10"],
		ask: "And then: “Behind our new proxy every action answers 500. A colleague wants to move the forms to Route Handlers, and there they work. What do you say?”",
		options: [
			{
				text: "Good: Route Handlers have a check of their own, which understands proxies",
				why: "They have none. That is why it works, for other sites as well.",
			},
			{
				text: "No: set `allowedOrigins` to the star, which turns the check off for good",
				why: "A lone star lets in nobody, and turning the check off is no wish to have.",
			},
			{
				text: "No: that removes the check; have the proxy send `X-Forwarded-Host`",
				correct: true,
				why: "Then `Origin` is compared with the name that the visitor sees. Where the proxy is not yours, list the name in `allowedOrigins`.",
			},
			{
				text: "Good, as long as the cookie is `HttpOnly`, so that other sites cannot read it and send it along",
				why: "No site has to read a cookie for the browser to send it. `SameSite` and the comparison of `Origin` are what helps.",
			},
		],
		proof: [
			{ claim: "security/behind-a-proxy#forwarded-host" },
			{ claim: "security/behind-a-proxy#star-alone" },
			{ claim: "security/foreign-origin#route-handlers-do-not-ask" },
			{ claim: "security/foreign-origin#mismatch-is-refused" },
		],
	},
]);
