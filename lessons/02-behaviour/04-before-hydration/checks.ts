import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** What stands in the table besides the row of the seed. */
async function reports({ db }: CheckContext): Promise<string[]> {
	return (await db.table("message")).slice(1).map(({ name, text }) => `${name}: ${text}`);
}

export default defineChecks([
	{
		id: "still-works-when-ready",
		title: "When everything is loaded, a report is stored and thanked for",
		points: ["B2"],
		hints: [
			"Report something without the delay. Is it in the list, and does the form say thank you?",
			"Whatever you change, the form still has to call the action, and to show what the action returns.",
			'const [thanks, reportAction] = useActionState(report, "");',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.getByLabel("Your name").fill("Grace");
			await page.getByLabel("What did you lose?").fill("a red hat");
			await page.getByRole("button", { name: "Report", exact: true }).click();
			await expect
				.poll(() => reports(context), "A report was typed and sent, and it was not stored as it was typed.")
				.toEqual(["Grace: a red hat"]);
			await expect(
				page.getByRole("status"),
				"The report was stored, but the form does not say “Thank you, Grace.”",
			).toContainText("Thank you, Grace");
			await expect(
				page.getByRole("listitem").filter({ hasText: "a red hat" }),
				"The report was stored, but the list on the open page does not have it.",
			).toBeVisible();
		},
	},
	{
		id: "nothing-is-lost",
		title: "What is sent before the scripts are there is not lost",
		points: ["B2"],
		hints: [
			"Press “Type and report” on the page /late. Where did the report go? Look into the inspector.",
			"A handler that React has not attached yet cannot be called. A function in the form's action is different: the page knows about it from the beginning.",
			'// takes the FormData, and needs no preventDefault\n<form className="card" action={send}>',
		],
		docs: "https://react.dev/reference/react-dom/components/form",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/late");
			await page.getByRole("button", { name: "Both at once" }).click();
			await expect
				.poll(
					() => reports(context),
					"The form was filled in and sent before React had hydrated it. Then the scripts arrived, and the report was not stored. A handler such as onSubmit or onClick is not there yet when somebody is quick; neither is a form that only the browser renders.",
				)
				.toEqual(["Impatient: a yellow glove"]);
			// Only now: what is stored twice would be seen by then.
			await page.goto("/");
			expect(await reports(context), "It was sent once, and stored more than once.").toHaveLength(1);
		},
	},
	{
		id: "sent-without-waiting",
		title: "The form does not even wait for the scripts",
		points: ["B2"],
		hints: [
			"Press “Type and report”, and not “Scripts arrive”. What happens?",
			"A function of the browser can only wait to be loaded. The action itself has an address: give it to the form, or the function that `useActionState` makes of it, without another function around it.",
			'// app/report-form.tsx\nconst [thanks, reportAction] = useActionState(report, "");\n// …\n<form className="card" action={reportAction}>\n\n// app/actions.ts\nexport async function report(_thanks: string, formData: FormData) {',
		],
		docs: "https://react.dev/reference/rsc/use-server#server-functions-in-forms",
		async run(context) {
			const { http, expect, fail } = context;
			const page = await http.get("/");
			expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
			const button = Array.from(page.document.querySelectorAll("form button")).find(
				(one) => one.textContent?.trim() === "Report",
			);
			if (!button) {
				return fail("In the page as the server sends it there is no form with a button “Report”.", {
					expected: "a form in the HTML, before any script has run",
					observed: page.visibleText,
				});
			}
			if (button.hasAttribute("disabled")) {
				return fail(
					"In the page as the server sends it the button “Report” is disabled: who is quick has to wait.",
					{
						expected: "a button that can be pressed at once",
						observed: button.outerHTML,
					},
				);
			}
			const address =
				button.getAttribute("formaction") ?? button.closest("form")?.getAttribute("action") ?? "";
			expect(
				address,
				"The form waits for the scripts: in the HTML it has no address that a browser could send it to. Give it the action itself, not a function around it.",
			).not.toMatch(/^javascript:/);
			const form = page.form("Report");
			await form.submit({ name: "Ada", thing: "a left shoe" }, { button: "Report", timeoutMs: 30_000 });
			expect(
				await reports(context),
				"The form was sent by a browser that had only the HTML, and the report was not stored as it was typed.",
			).toEqual(["Ada: a left shoe"]);
		},
	},
	{
		id: "thanks-without-scripts",
		title: "Then, too, the page says thank you",
		points: ["B2"],
		requires: ["sent-without-waiting"],
		hints: [
			"Switch the preview's JavaScript off and report something.",
			"What the action returns reaches the page in this case as well, if `useActionState` holds it.",
			'const [thanks, reportAction] = useActionState(report, "");\n// …\n<p role="status">{thanks}</p>',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run({ http, expect }) {
			const form = (await http.get("/")).form("Report");
			const answer = await form.submit(
				{ name: "Ada", thing: "a left shoe" },
				{ button: "Report", followRedirect: true, timeoutMs: 30_000 },
			);
			expect(
				answer,
				"The form was sent without waiting for the scripts, and the page that came back does not say “Thank you, Ada.” A handler in the browser was never asked.",
			).toShow(/Thank you,\s*Ada/);
		},
	},
]);
