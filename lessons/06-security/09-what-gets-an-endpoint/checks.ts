import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Milliseconds. Routes and the first error page of a development server are compiled on demand. */
const PATIENCE = 30_000;

/** Of the note for the staff. */
const SECRET = "under the fern";

async function openBoard({ http, expect }: CheckContext): Promise<HttpResponse> {
	const page = await http.get("/", { timeoutMs: PATIENCE });
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page;
}

/** Calls every action that the server knows, as a stranger, without arguments. */
async function callEverything(context: CheckContext): Promise<{ name: string; answer: HttpResponse }[]> {
	const { http, build, show } = context;
	await openBoard(context);
	// A development server knows what it has compiled.
	await http.post("/api/cleanup", { jar: null, timeoutMs: PATIENCE });
	const { actions } = await build.read();
	show({
		kind: "data",
		label: "Actions with an endpoint",
		value: actions.map(({ name, file }) => `${name} in ${file}`),
	});
	const called = [];
	for (const { id, name } of actions) {
		const headers = { "next-action": id, "content-type": "text/plain;charset=UTF-8" };
		called.push({
			name,
			answer: await http.post("/", { headers, body: "[]", jar: null, timeoutMs: PATIENCE }),
		});
	}
	return called;
}

export default defineChecks([
	{
		id: "note-is-pinned",
		title: "A note can be pinned",
		points: ["F3"],
		hints: [
			"Pin something. Does the form still name an action?",
			"`pinNote` is an action: it stays in a file with the directive. Only the other two move.",
			'// app/actions.ts\n"use server";\n\nexport async function pinNote(formData: FormData) { … }',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, db, expect } = context;
			const form = (await openBoard(context)).form("New note");
			await form.submit({ text: "Kittens" }, { button: "Pin", timeoutMs: PATIENCE });
			const texts = (await db.table("message")).map(({ text }) => text);
			expect(texts, "A note was pinned, and it was not stored.").toContain("Kittens");
			await form.submit({ text: " " }, { button: "Pin", timeoutMs: PATIENCE });
			expect(
				await db.table("message"),
				"A note with nothing on it was sent, and it was pinned as well.",
			).toHaveLength(texts.length);

			await page.goto("/");
			await page.getByLabel("New note").fill("A piano");
			await page.getByRole("button", { name: "Pin" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: "A piano" }),
				"A note was pinned in the browser, and the open page does not show it. Revalidate in the action, after the write.",
			).toBeVisible();
		},
	},
	{
		id: "nothing-is-taken-down",
		title: "No stranger can take the notes down",
		points: ["F2", "F3"],
		hints: [
			"Which functions does `app/actions.ts` export, and who imports the file?",
			"A Server Component imports it, so each exported function has an endpoint. Move `takeAllDown` to a file without the directive.",
			'// lib/notes.ts, without "use server"\nexport async function takeAllDown() { … }',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { db, expect } = context;
			await callEverything(context);
			const ids = (await db.table("message")).map(({ id }) => id).filter((id) => Number(id) <= 2);
			expect(
				ids,
				"A stranger called each action that has an endpoint, and one of them took down the notes.",
			).toEqual([1, 2]);
		},
	},
	{
		id: "nothing-is-told",
		title: "No stranger can read the notes of the staff",
		points: ["F2", "F3"],
		hints: [
			"What does an action give back, and to whom?",
			"`readNotes` is a helper of the page. In a file of actions it is an endpoint that tells everything.",
			'// lib/notes.ts, without "use server"\nexport async function readNotes() { … }',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { expect } = context;
			const told = (await callEverything(context)).filter(({ answer }) => answer.text.includes(SECRET));
			expect(
				told.map(({ name }) => name),
				`A stranger called each action that has an endpoint, and was told what is ${SECRET}.`,
			).toEqual([]);
		},
	},
	{
		id: "job-still-works",
		title: "The job at night takes everything down",
		points: ["F3"],
		hints: [
			"Who else uses `takeAllDown`?",
			"The Route Handler imports the function from its new place. A function without the directive can be called by all code of the server.",
			'import { takeAllDown } from "@/lib/notes";',
		],
		docs: "https://nextjs.org/docs/app/getting-started/route-handlers",
		async run({ http, db, expect }) {
			const stranger = await http.post("/api/cleanup", { jar: null, timeoutMs: PATIENCE });
			expect(await db.table("message"), "A call without the token took down the notes.").toHaveLength(2);
			const answer = await http.post("/api/cleanup", {
				headers: { authorization: "Bearer the-night-shift" },
				jar: null,
				timeoutMs: PATIENCE,
			});
			expect(
				await db.table("message"),
				`The job called /api/cleanup with its token, got status ${answer.status}, and the notes are still there.`,
			).toHaveLength(0);
			expect(stranger.status, "A call without the token should be answered with status 401.").toBe(401);
		},
	},
]);
