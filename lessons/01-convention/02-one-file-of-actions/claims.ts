import { defineClaims } from "@/lib/checks";

const actionField = (fields: Record<string, string>) =>
	Object.keys(fields).find((name) => name.startsWith("$ACTION_ID_"));

export default defineClaims([
	{
		id: "same-action",
		statement:
			"The same export serves a Server Component and a Client Component: both forms go to one and the same action.",
		points: ["A2", "A4"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			const [server, client] = [page.form("From the server part"), page.form("From the client part")];
			expect(actionField(server.fields) ?? "", "The form of the Server Component names an action.").toMatch(
				/^\$ACTION_ID_[0-9a-f]+$/,
			);
			expect(actionField(client.fields), "The form of the Client Component names the same one.").toBe(
				actionField(server.fields),
			);
			await server.submit();
			await client.submit();
			const texts = (await db.table("message")).slice(-2).map((row) => row.text);
			expect(texts, "Sent without JavaScript, both of them called it.").toEqual(["server", "client"]);
		},
	},
	{
		id: "only-a-reference",
		statement: "The browser gets a reference to the action: its id and its name, and not what is in it.",
		points: ["A4"],
		async run({ http, expect }) {
			const { document } = await http.get("/claim");
			const sources = Array.from(document.querySelectorAll("script[src]"), (script) =>
				script.getAttribute("src"),
			).filter((source) => source?.startsWith("/_next/"));
			const scripts: string[] = [];
			for (const source of sources) scripts.push((await http.get(source ?? "")).text);
			expect(
				scripts.some((text) => text.includes("actionWithAnUnusualName")),
				"A script of the page names the action.",
			).toBe(true);
			expect(
				scripts.some((text) => text.includes("words from inside the action")),
				"No script has the words that stand in it.",
			).toBe(false);
		},
	},
	{
		id: "no-constants",
		statement: 'A file marked "use server" that exports a constant does not compile.',
		points: ["A7"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/Only async functions are allowed to be exported/, {
				timeoutMs: 10_000,
			});
			expect(line.text, "The server log says why.").toContain('in a "use server" file');
		},
	},
	{
		id: "must-be-async",
		statement:
			'A function that is not async does not compile in a file marked "use server", even when it is never called by the browser.',
		points: ["A1", "A7"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/Server Actions must be async functions/, { timeoutMs: 10_000 });
			expect(line.text, "The server log says why.").toContain("must be async");
		},
	},
	{
		id: "objects-when-run",
		statement: "An exported object compiles, and fails when the file is run.",
		points: ["A7"],
		async run({ http, log, expect }) {
			expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
			const line = await log.waitFor(/can only export async functions, found object/, { timeoutMs: 10_000 });
			expect(line.text, "The server log says what was found.").toContain("found object");
		},
	},
	{
		id: "types-are-fine",
		statement: 'A file marked "use server" may export types and interfaces.',
		points: ["A7"],
		async run({ http, db, expect }) {
			const page = await http.get("/claim");
			expect(page, "The page comes up.").toHaveStatus(200);
			await page.form("Keep").submit();
			expect((await db.table("message")).at(-1)?.text, "The action runs.").toBe("typed");
		},
	},
]);
