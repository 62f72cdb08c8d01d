import type { HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Of each address in the seed, and of nothing else. */
const PRIVATE = ".private@example.com";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

function carriesAddress(text: string): boolean {
	return text.includes(PRIVATE);
}

/** Where in the answer the address stands, for the evidence. */
function around({ text }: HttpResponse): string {
	const at = text.indexOf(PRIVATE);
	return text.slice(Math.max(0, at - 120), at + PRIVATE.length + 40);
}

export default defineChecks([
	{
		id: "directory-works",
		title: "People are listed and can be searched",
		points: ["F7"],
		hints: [
			"Open the page and search for gra. The server log says what went wrong.",
			"A tainted object must not be given to Directory. Give it new objects with id, name and bio.",
			"users.map(({ id, name, bio }) => ({ id, name, bio }))",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run({ http, page, expect }) {
			const answer = await http.get("/", { timeoutMs: PATIENCE });
			expect(answer, "The page answered with an error. The server log says why.").toHaveStatus(200);
			await page.goto("/");
			await expect(page.getByText("Counts everything."), "What people say is not shown.").toBeVisible();
			await page.getByLabel("Search").fill("gra");
			await page.getByRole("button", { name: "Find" }).click();
			await expect(page.getByRole("listitem"), "A search for gra should leave one person.").toHaveCount(1, {
				timeoutMs: 15_000,
			});
			await expect(page.getByText("Collects moths."), "A search for gra should find Grace.").toBeVisible();
		},
	},
	{
		id: "invitation-arrives",
		title: "An invitation reaches the address",
		points: ["F7"],
		hints: [
			"Invite Grace. To whom did the mail go?",
			"The server needs the address. Keep it in `fullRecord`, and keep `fullRecord` on the server.",
			"export async function fullRecord(name: string): Promise<User>",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run({ http, db, expect }) {
			const page = await http.get("/", { timeoutMs: PATIENCE });
			await page.form("Invite Grace").submit({}, { timeoutMs: PATIENCE });
			const mails = await db.table("message");
			expect(
				mails.map(({ name }) => name),
				"Grace was invited, and no mail went to her address.",
			).toEqual([`grace${PRIVATE}`]);
		},
	},
	{
		id: "page-carries-no-address",
		title: "The page carries no address",
		points: ["F7"],
		requires: ["directory-works"],
		hints: [
			"Search the source of the page for example.com. How did it get there?",
			"Everything in the objects that Directory gets is sent. Make new objects of the columns that may go out.",
			"function toPerson({ id, name, bio }: User): Person {\n\treturn { id, name, bio };\n}",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run({ http, expect, show }) {
			const page = await http.get("/");
			if (carriesAddress(page.text)) show({ kind: "text", label: "In the source", text: around(page) });
			expect(
				carriesAddress(page.text),
				"The addresses of all people stand in the source of the page. Give Directory only what it shows.",
			).toBe(false);
		},
	},
	{
		id: "answer-carries-no-address",
		title: "The answer to a search carries none either",
		points: ["F7"],
		requires: ["directory-works"],
		hints: [
			"Search for somebody and look at the answer in the inspector.",
			"What an action returns is sent as a whole. Let `findPeople` return the same narrow objects as `listPeople`.",
			"export async function findPeople(text: string): Promise<Person[]> {\n\tconst people = await listPeople();\n\t…\n}",
		],
		docs: "https://react.dev/reference/rsc/use-server#serializable-parameters-and-return-values",
		async run({ page, exchanges, expect }) {
			await page.goto("/");
			await page.getByLabel("Search").fill("gra");
			await page.getByRole("button", { name: "Find" }).click();
			const { responseBody } = await exchanges.waitFor("the search", ({ method }) => method === "POST", {
				timeoutMs: 15_000,
			});
			expect(responseBody.data, "The answer to a search does not have the person.").toContain("Grace");
			expect(
				carriesAddress(responseBody.data),
				"The answer to a search has the address of whoever was found. Return only what is shown.",
			).toBe(false);
		},
	},
	{
		id: "badge-is-stopped",
		title: "A full record cannot get out by mistake",
		points: ["F7"],
		hints: [
			"Open /badge and search its source for example.com.",
			"You cannot change the page that is careless. You can mark the object that it gets, so that React refuses to send it.",
			'experimental_taintObjectReference("A full record must not leave the server.", record);\nreturn record;',
		],
		docs: "https://react.dev/reference/react/experimental_taintObjectReference",
		async run({ http, expect, show }) {
			const badge = await http.get("/badge", { timeoutMs: PATIENCE });
			if (carriesAddress(badge.text)) show({ kind: "text", label: "In the source", text: around(badge) });
			expect(
				carriesAddress(badge.text),
				"The page /badge passes a full record to a Client Component, and Grace's address was sent to the browser. Taint what fullRecord returns, that very object.",
			).toBe(false);
		},
	},
]);
