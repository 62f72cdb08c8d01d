import { defineQuiz } from "@/lib/quiz";

const lesson = "projects/login";

export default defineQuiz([
	{
		id: "login-in-order",
		kind: "order",
		level: 1,
		points: ["I3", "E4"],
		ask: "Put the steps of a login action in order.",
		steps: [
			{
				id: "validate",
				text: "Validate the two fields",
				why: "A request may come without them, and must be answered as well.",
			},
			{
				id: "find",
				text: "Look up the account and compare the password",
				after: ["validate"],
				why: "Before that nobody is anybody.",
			},
			{
				id: "cookie",
				text: "Set the session cookie",
				after: ["find"],
				why: "Only for whoever has proved to own the account.",
			},
			{
				id: "redirect",
				text: "Call `redirect`",
				after: ["cookie"],
				why: "It throws, and nothing after it runs. The cookie travels with the same answer.",
			},
			{
				id: "page",
				text: "The account page reads the cookie and greets the person",
				after: ["redirect"],
				why: "The page that the redirect leads to has the cookie already.",
			},
		],
		proof: [
			{ claim: `${lesson}#cookie-before-redirect` },
			{ claim: "after-the-mutation/redirect-after-a-write#redirect-throws" },
			{ check: `${lesson}#bad-input-is-answered` },
			{ check: `${lesson}#wrong-credentials-are-refused` },
		],
	},
	{
		id: "review-session",
		kind: "spotBug",
		level: 3,
		points: ["I3", "F4"],
		ask: "You review this. The cookie was set with `httpOnly`, `secure` and `sameSite`. Which line lets anybody be Ada?",
		code: {
			title: "lib/session.ts",
			language: "ts",
			text: `import { cookies } from "next/headers";
import { type Account, findAccount } from "@/lib/accounts";

export async function currentAccount(): Promise<Account | null> {
	const session = (await cookies()).get("session");
	if (!session) return null;
	return findAccount(session.value);
}`,
		},
		bug: {
			line: "findAccount(session.value)",
			why: "The cookie's text is taken for the truth. Whoever writes Ada's address into a cookie is Ada.",
		},
		reasons: [
			{
				text: "`httpOnly` cookies cannot be read on the server, so the value is always empty",
				why: "It is scripts in the browser that cannot read them. The server can.",
			},
			{
				text: "Looking up an account at every request is slow, and a slow answer tells a stranger which addresses have an account here",
				why: "It may cost a little time. It is not what lets strangers in.",
			},
			{
				text: "A cookie is sent by the browser, and nothing proves that this server wrote it",
				correct: true,
				why: "Sign the value and check the signature, or store a random id. The attributes protect the cookie from scripts and other sites, not from its sender.",
			},
		],
		proof: [{ check: `${lesson}#forged-cookie-is-refused` }],
	},
	{
		id: "one-sentence-for-both",
		kind: "single",
		level: 2,
		points: ["I3", "D4"],
		ask: "A login answers “There is no such account” for an unknown address and “Wrong password” otherwise. What is wrong with that?",
		options: [
			{
				text: "By trying addresses, a stranger learns who has an account",
				correct: true,
				why: "One sentence for the two cases tells nothing to those who are trying.",
			},
			{
				text: "Nothing. It is friendlier, and whoever types a wrong address should hear of it",
				why: "It is friendlier to strangers, too. They come with long lists of addresses.",
			},
			{
				text: "Messages must be thrown, because what an action returns is kept by the browser",
				why: "What you expect is returned. Thrown, it would be an error page.",
			},
			{
				text: "Only the second one: a message must not contain the word password",
				why: "The word does no harm. Sending back the password that was typed would.",
			},
		],
		proof: [{ check: `${lesson}#wrong-credentials-are-refused` }],
	},
	{
		id: "right-and-refused",
		kind: "fixTheCode",
		level: 2,
		points: ["I3", "E4"],
		ask: "With the right password one is told “That did not work. Please try again.”, and yet one is logged in. Mend the action.",
		lesson,
		from: "mistakes/redirect-in-a-try",
		checks: ["right-credentials-let-in"],
		why: "`redirect` throws, and the `catch` took it for a failure. The cookie had been set by then. Let `redirect` stand after the `try`, or do without one.",
		proof: [{ claim: "after-the-mutation/redirect-after-a-write#redirect-throws" }],
	},
]);
