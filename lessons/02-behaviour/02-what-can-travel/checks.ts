import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

interface Plan {
	from: string;
	to: string;
	guests: string[];
}

/** Fills the planner in, presses Plan, and waits for the answer to the action it calls. */
async function plan({ page, exchanges, http, expect }: CheckContext, { from, to, guests }: Plan) {
	expect(
		await http.get("/"),
		"The page answered with an error instead of the planner. The server log says why.",
	).toHaveStatus(200);
	await page.goto("/");
	await page.getByLabel("First day").fill(from);
	await page.getByLabel("Last day").fill(to);
	for (const guest of guests) await page.getByLabel(guest).check();
	await page.getByRole("button", { name: "Plan" }).click();
	return exchanges.waitFor("a call of an action, by POST", ({ method }) => method === "POST", {
		timeoutMs: 10_000,
	});
}

export default defineChecks([
	{
		id: "trip-is-stored",
		title: "A trip is stored with its length",
		points: ["B7"],
		hints: [
			"Press Plan and look at the arguments in the inspector. Is that a trip?",
			"An instance of a class does not travel. A plain object does, with dates and sets in it; on the server you can make a Trip of it again.",
			"// app/planner.tsx\nawait planTrip({ from: new Date(from), to: new Date(to), guests });\n\n// app/actions.ts\nconst trip = new Trip(from, to, guests);",
		],
		docs: "https://react.dev/reference/rsc/use-server#serializable-parameters-and-return-values",
		async run(context) {
			const { db, expect, fail } = context;
			const call = await plan(context, { from: "2026-05-01", to: "2026-05-05", guests: ["Ada"] });
			const rows = await db.table("message");
			if (rows.length === 0 && call.requestBody.data.includes('"$T"')) {
				fail(
					"Nothing was stored: the argument did not travel. The browser sent a stand-in for it, “$T”, and the action failed when it looked inside. Send a plain object.",
					{ expected: "a trip", observed: call.requestBody.data },
				);
			}
			expect(
				rows,
				`Pressing Plan once should make exactly one row in the table message; the action answered with status ${call.status}. The server log says why.`,
			).toHaveLength(1);
			expect(
				rows[0]?.name,
				`The trip from the 1st to the 5th of May is stored as “${rows[0]?.name}” instead of “5 days”. Fields travel; what a class computes from them, such as days, does not.`,
			).toBe("5 days");
		},
	},
	{
		id: "guests-are-stored",
		title: "The guests are stored with it",
		points: ["B7"],
		requires: ["trip-is-stored"],
		hints: [
			"In the browser the guests are a Set. What are they when they arrive?",
			"React sends more than JSON can: a Set arrives as a Set. JSON.stringify makes {} of it.",
			"await planTrip({ from: new Date(from), to: new Date(to), guests });",
		],
		docs: "https://react.dev/reference/rsc/use-server#serializable-parameters-and-return-values",
		async run(context) {
			const { db, expect } = context;
			await plan(context, { from: "2026-05-01", to: "2026-05-02", guests: ["Ada", "Edsger"] });
			const text = String((await db.table("message")).at(-1)?.text);
			for (const guest of ["Ada", "Edsger"]) {
				expect(
					text,
					`Ada and Edsger were ticked; ${guest} is not in the stored row: somebody was lost on the way. A Set need not be converted, and JSON.stringify is the wrong way to do it.`,
				).toContain(guest);
			}
			expect(text, "Grace was not ticked, but is stored as a guest.").not.toContain("Grace");
		},
	},
	{
		id: "answer-is-shown",
		title: "The answer comes back and is shown",
		points: ["B7"],
		requires: ["guests-are-stored"],
		hints: [
			"Is the trip in the database? Then the way there works. And the way back?",
			"The rule is the same in both directions: plain objects, and no functions. Return the fields the browser needs.",
			"return { id: row.id, days: trip.days, guests };",
		],
		docs: "https://react.dev/reference/rsc/use-server#serializable-parameters-and-return-values",
		async run(context) {
			const { db, page, expect } = context;
			// Rows are numbered from the highest there is, so the number is not to be guessed.
			await db.replace({
				message: [{ id: 40, createdAt: "2026-03-02T09:15:00.000Z", name: "2 days", text: "Grace" }],
			});
			await plan(context, { from: "2026-05-01", to: "2026-05-04", guests: ["Grace", "Edsger"] });
			expect(
				(await db.table("message")).at(-1)?.id,
				"The trip was not stored as number 41, the next one. It should be made by db.message.create.",
			).toBe(41);
			const status = page.getByRole("status");
			await expect(
				status,
				"The trip was stored, but the page does not say “Trip 41: 4 days with …”: the answer could not be sent back, or it is not used. Return a plain object or a text, nothing of a class, and call nothing that stayed in the browser.",
			).toContainText("Trip 41: 4 days");
			for (const guest of ["Grace", "Edsger"]) {
				await expect(status, `The answer does not name ${guest}.`).toContainText(guest);
			}
		},
	},
]);
