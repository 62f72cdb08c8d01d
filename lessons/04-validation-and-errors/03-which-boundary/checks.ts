import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const guest = "Margaret";

type Exchange = ReturnType<CheckContext["exchanges"]["all"]>[number];

const isActionCall = (exchange: Exchange) =>
	exchange.method === "POST" &&
	exchange.requestHeaders.some(([name]) => name.toLowerCase() === "next-action");

async function unplug({ db }: CheckContext): Promise<void> {
	const outage = { id: 1, createdAt: "2026-05-04T08:00:00.000Z", title: "printer", solved: false };
	await db.replace({ ...(await db.read()), problem: [outage] });
}

async function printOne({ page }: CheckContext): Promise<void> {
	await page.getByLabel("Name").fill(guest);
	await page.getByRole("button", { name: /^Print$/ }).click();
}

async function badges({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map((row) => row.name);
}

/** Prints with the printer unplugged; gives when an error page has come. */
async function failToPrint(context: CheckContext): Promise<void> {
	const { page, exchanges, expect } = context;
	await unplug(context);
	await page.goto("/desk");
	await printOne(context);
	await exchanges.waitFor("the form being sent", isActionCall, { timeoutMs: 20_000 });
	await expect(
		page.getByRole("button", { name: "Try again" }),
		"The printer did not answer, and no error page with a button “Try again” came. Leave the action as it is, and give app/desk an error page of its own.",
	).toBeVisible({ timeoutMs: 10_000 });
}

export default defineChecks([
	{
		id: "prints",
		title: "With the printer plugged in, badges are printed",
		points: ["D5"],
		hints: [
			"Does the desk come up at all? Read the server log.",
			"An error page is drawn in the browser, because that is where the error has to be caught: it must be a Client Component.",
			'// first line of app/desk/error.tsx\n"use client";',
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/error",
		async run(context) {
			const { http, page, expect } = context;
			expect(
				await http.get("/desk"),
				"The page /desk answered with an error. The server log has the file and the line; an error page has to be a Client Component.",
			).toHaveStatus(200);
			await page.goto("/desk");
			await printOne(context);
			await expect
				.poll(() => badges(context), "Printing one badge should print this badge, once.")
				.toEqual([guest]);
			await page.getByRole("button", { name: "All badges" }).click();
			await expect
				.poll(() => badges(context), "All badges should print one for each guest.")
				.toEqual([guest, "Radia", "Dennis"]);
		},
	},
	{
		id: "desk-survives",
		title: "When the form's action throws, the rest of the desk stays",
		points: ["D3", "D5"],
		requires: ["prints"],
		hints: [
			"Unplug the printer and print one badge. What is left of the page?",
			"The error of a form's action goes up to the nearest error boundary. In a folder, error.tsx is one: it stands inside the folder's layout and takes the place of the page.",
			'// app/desk/error.tsx\n"use client";\n\nexport default function DeskError({ error, reset }: { error: Error; reset: () => void }) {\n\treturn (\n\t\t<div className="card" role="alert">\n\t\t\t<p>{error.message}</p>\n\t\t\t<button type="button" onClick={reset}>Try again</button>\n\t\t</div>\n\t);\n}',
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/error",
		async run(context) {
			const { page, expect } = context;
			await failToPrint(context);
			expect(
				await page.getByRole("heading", { name: "Badge desk" }).count(),
				"The printer did not answer, and the whole page was replaced, heading, guest list and all: the nearest error boundary is that of the root. Give app/desk one of its own.",
			).toBe(1);
		},
	},
	{
		id: "try-again",
		title: "“Try again” brings the form back",
		points: ["D3"],
		requires: ["desk-survives"],
		hints: [
			"Plug the printer in again. How do you get on?",
			"An error page gets a function reset: it makes the boundary forget the error and render what was there.",
			'<button type="button" onClick={reset}>\n\tTry again\n</button>',
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/error",
		async run(context) {
			const { page, db, expect } = context;
			await failToPrint(context);
			await db.replace({ ...(await db.read()), problem: [] });
			await page.getByRole("button", { name: "Try again" }).click();
			await expect(
				page.getByLabel("Name"),
				"The printer works again, but nothing brings the form back: the button “Try again” should call reset.",
			).toBeVisible();
			await printOne(context);
			await expect
				.poll(() => badges(context), "After a second try the badge was not printed.")
				.toEqual([guest]);
		},
	},
	{
		id: "button-says-it",
		title: "When the button's action throws, the page says so",
		points: ["D5"],
		requires: ["prints"],
		hints: [
			"Unplug the printer and press All badges. Then look at the browser's console.",
			"An event handler is outside of rendering, so no boundary sees its errors. Call the action in a transition of `useTransition`, or catch the error and show it.",
			"const [pending, startTransition] = useTransition();\n// …\nonClick={() =>\n\tstartTransition(async () => {\n\t\tawait printAll();\n\t})\n}",
		],
		docs: "https://react.dev/reference/react/useTransition",
		async run(context) {
			const { page, exchanges, expect } = context;
			await unplug(context);
			await page.goto("/desk");
			await page.getByRole("button", { name: "All badges" }).click();
			await exchanges.waitFor("the action", isActionCall, { timeoutMs: 20_000 });
			const said = async () =>
				(await page.getByRole("button", { name: "Try again" }).count()) > 0 ||
				(await page.getByRole("alert").textContents()).join("").trim() !== "";
			await expect
				.poll(
					said,
					'The badges could not be printed, and nothing on the page says so. Let the error reach an error boundary, or show a message with role="alert".',
				)
				.toBe(true);
		},
	},
]);
