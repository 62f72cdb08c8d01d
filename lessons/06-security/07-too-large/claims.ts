import { defineClaims } from "@/lib/checks";

const MEGABYTE = 1024 * 1024;
const PATIENCE = 60_000;

const letters = (count: number) => "x".repeat(count);

export default defineClaims([
	{
		id: "one-megabyte",
		statement:
			"Without an option, a call with a body of more than 1 MB is answered with status 500, and the action does not run. The log says 413.",
		points: ["F11"],
		async run({ http, db, log, expect }) {
			const form = (await http.get("/claim")).form("Keep");
			expect(
				await form.submit({ text: letters(900_000) }, { timeoutMs: PATIENCE }),
				"Less than 1 MB is accepted.",
			).toHaveStatus(200);
			expect(
				await form.submit({ text: letters(MEGABYTE + 1) }, { timeoutMs: PATIENCE }),
				"More than 1 MB is not.",
			).toHaveStatus(500);
			expect(await db.table("message"), "The action ran for the small one only.").toHaveLength(1);
			const line = await log.waitFor(/Body exceeded 1 MB limit/);
			expect(line.text, "The log says why.").toContain("1 MB");
			const status = await log.waitFor(/413/);
			expect(status.text, "The log says 413.").toContain("413");
		},
	},
	{
		id: "whole-body",
		statement: "The limit counts the whole body of the request, not a field of it.",
		points: ["F11"],
		async run({ http, db, expect }) {
			const form = (await http.get("/claim")).form("Keep");
			expect(
				await form.submit({ text: letters(10 * 1024) }, { timeoutMs: PATIENCE }),
				"With a limit of 10 kB, a field of exactly 10 kB is too much.",
			).toHaveStatus(500);
			expect(
				await form.submit({ text: letters(9 * 1024) }, { timeoutMs: PATIENCE }),
				"With room for the rest it is accepted.",
			).toHaveStatus(200);
			expect(await db.table("message"), "The action ran once.").toHaveLength(1);
		},
	},
	{
		id: "route-handlers-have-none",
		statement: "A Route Handler has no such limit.",
		points: ["F11"],
		async run({ http, expect }) {
			const answer = await http.post("/claim", { body: letters(2 * MEGABYTE), timeoutMs: PATIENCE });
			expect(answer, "2 MB are accepted.").toHaveStatus(200);
			expect(answer.text, "All of it arrived.").toBe(String(2 * MEGABYTE));
		},
	},
]);
