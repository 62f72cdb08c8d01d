import { defineQuiz } from "@/lib/quiz";

const lesson = "security/foreign-origin";

export default defineQuiz([
	{
		id: "what-is-compared",
		kind: "single",
		level: 1,
		points: ["F9", "J4"],
		ask: "What does Next.js compare before it runs an action, to stop forms on other sites?",
		options: [
			{
				text: "A token in the form with one in the session",
				why: "That is a common way elsewhere. Next.js has no such token.",
			},
			{
				text: "The header `Origin` with the host of the request",
				correct: true,
				why: "A browser adds `Origin` to every POST, and a page cannot change it.",
			},
			{
				text: "The action's id with a list of ids that were handed to this visitor",
				why: "The id is the same for all visitors.",
			},
			{
				text: "The address of the visitor with the one that fetched the page",
				why: "Addresses change, and many people share one.",
			},
		],
		proof: [{ claim: `${lesson}#mismatch-is-refused` }],
	},
	{
		id: "id-as-token",
		kind: "single",
		level: 2,
		points: ["F9", "F2"],
		ask: "“Each action has a random id that is checked on every POST; that prevents CSRF.” What is wrong with it?",
		options: [
			{
				text: "The id is the same for every visitor, so an attacker can read it on a page",
				correct: true,
				why: "A token has to be something that the attacker does not know.",
			},
			{
				text: "The id is checked only in production",
				why: "It names the action in both modes.",
			},
			{
				text: "The id is sent in a header, and a form cannot set headers",
				why: "Without JavaScript the id is sent in a hidden field.",
			},
			{
				text: "Nothing; it is how it works",
				why: "It is a common belief. What protects is the comparison of `Origin` with the host.",
			},
		],
		proof: [{ claim: `${lesson}#id-is-no-token` }],
	},
	{
		id: "origin-grid",
		kind: "trueFalseGrid",
		level: 3,
		points: ["F9"],
		ask: "True or false?",
		statements: [
			{
				text: "A call without any `Origin` is refused.",
				isTrue: false,
				why: "It runs. The comparison protects browsers, and browsers send one.",
			},
			{
				text: "`Origin: null`, as a sandboxed frame sends it, is refused.",
				isTrue: true,
				why: "It does not match the host.",
			},
			{
				text: "A Route Handler of the same app makes the same comparison.",
				isTrue: false,
				why: "A Route Handler runs whatever the Origin is. There it is yours to do.",
			},
		],
		proof: [
			{ claim: `${lesson}#no-origin-is-let-in` },
			{ claim: `${lesson}#mismatch-is-refused` },
			{ claim: `${lesson}#route-handlers-do-not-ask` },
		],
	},
	{
		id: "familiar-origin",
		kind: "predictOutput",
		level: 2,
		points: ["F9", "F10"],
		ask: "A Route Handler checks `Origin` by hand. Which of two foreign sites get through?",
		run: {
			in: "node",
			code: `const allowed = (origin: string) => origin.includes("your-app.example");

const sites = ["https://your-app.example.evil.test", "https://evil.test", "https://not-your-app.example"];
console.log(sites.map(allowed).join(" "));`,
		},
		options: [
			{
				text: "false false false",
				why: "`includes` finds the name anywhere in the text.",
			},
			{
				text: "true false true",
				correct: true,
				why: "Two of three attackers have bought a name that contains yours. Compare the whole host: `new URL(origin).host`.",
			},
			{
				text: "true false false",
				why: "The third contains the name too.",
			},
			{
				text: "false false true",
				why: "The first contains the name as well, at the front.",
			},
		],
		proof: [{ check: `${lesson}#old-door-is-closed` }],
	},
	{
		id: "two-walls",
		kind: "fixTheCode",
		level: 2,
		points: ["F9", "E6"],
		ask: "The form is an action now, but the session cookie still travels to every site. Keep it at home.",
		lesson,
		from: "mistakes/cookie-for-every-site",
		checks: ["cookie-stays-at-home"],
		why: "`SameSite=Lax` keeps the cookie out of posts from other sites, `HttpOnly` out of the reach of scripts.",
	},
]);
