import { defineQuiz } from "@/lib/quiz";

const lesson = "security/closures";

export default defineQuiz([
	{
		id: "two-prices",
		kind: "single",
		level: 2,
		points: ["F5"],
		ask: "The seller's lowest price is captured by an inline action on one page and passed with `.bind` on another. Who can read it?",
		options: [
			{
				text: "Nobody, on either page",
				why: "What is bound stands in the page in plain text.",
			},
			{
				text: "Everybody, on both pages",
				why: "A captured value is there in encrypted form only.",
			},
			{
				text: "Everybody, on the page with `.bind`",
				correct: true,
				why: "Bound arguments are plain text. Captured values are encrypted.",
			},
			{
				text: "Everybody, on the page with the inline action, because its code is sent to the browser",
				why: "The code of an action stays on the server.",
			},
		],
		proof: [{ claim: `${lesson}#bound-is-plain` }, { claim: `${lesson}#captured-is-encrypted` }],
	},
	{
		id: "snapshot",
		kind: "single",
		level: 3,
		points: ["F5", "A3"],
		ask: "An inline action captured `lowest = 80` when the page was rendered. Then the seller raises it to 120, and the open form is sent. Which value does the action see?",
		options: [
			{
				text: "80",
				correct: true,
				why: "A captured value is a snapshot of the render. Read again in the action what must be current.",
			},
			{
				text: "120",
				why: "The variable of the render is not the row in the database.",
			},
			{
				text: "80 the first time, 120 from the second call on",
				why: "However often the form is sent, it brings the same snapshot.",
			},
			{
				text: "None: the call fails, since the value is out of date",
				why: "Nobody compares it with anything.",
			},
		],
		proof: [{ claim: `${lesson}#snapshot` }, { check: `${lesson}#judged-by-the-price-of-now` }],
	},
	{
		id: "tampered-capture",
		kind: "single",
		level: 2,
		points: ["F5"],
		ask: "Somebody changes the encrypted text of a captured value and sends the form. What happens?",
		options: [
			{
				text: "The action runs with a random value",
				why: "A changed text does not decrypt to anything.",
			},
			{
				text: "The call fails, and the action does not run",
				correct: true,
				why: "The encryption also notices changes.",
			},
			{
				text: "The action runs with the value of the last render",
				why: "The server keeps no copy of it.",
			},
		],
		proof: [{ claim: `${lesson}#tampering-is-noticed` }],
	},
	{
		id: "told-in-the-answer",
		kind: "spotBug",
		level: 2,
		points: ["F5", "F7"],
		ask: "The lowest price is captured, encrypted, and still known to every visitor after one offer. Which line tells them?",
		code: {
			title: "app/page.tsx",
			text: `export default async function Page() {
	const item = await db.item.findFirst();

	async function offer(_: unknown, formData: FormData) {
		"use server";
		const price = Number(formData.get("price"));
		const taken = price >= item.lowest;
		return { taken, price, item };
	}
	return <OfferForm name={item.name} action={offer} />;
}`,
		},
		bug: {
			line: "return { taken, price, item }",
			why: "All that an action returns is sent to the browser, whole.",
		},
		reasons: [
			{
				text: "`item` was captured, and what is captured is decrypted in the browser",
				why: "The browser has no key.",
			},
			{
				text: "The returned object has the whole record in it",
				correct: true,
				why: "Return what the form shows: `{ taken }`.",
			},
			{
				text: "`price` is compared in the browser before it is sent, which needs the lowest price there",
				why: "The comparison runs in the action, on the server.",
			},
		],
		proof: [{ check: `${lesson}#lowest-price-stays-inside` }],
	},
]);
