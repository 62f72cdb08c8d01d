import type { CheckContext } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

async function failsWith({ http, log, expect }: CheckContext, pattern: RegExp): Promise<void> {
	expect(await http.get("/claim"), "The page answers with an error.").toHaveStatus(500);
	const line = await log.waitFor(pattern, { timeoutMs: 10_000 });
	expect(line.text, "The server log says so.").toMatch(pattern);
}

async function ticks({ page, db, expect }: CheckContext): Promise<void> {
	await page.goto("/claim");
	await page.getByRole("button", { name: "Keep" }).click();
	await expect
		.poll(async () => (await db.table("message")).at(-1)?.text, "The Client Component called the action.")
		.toBe("kept");
}

export default defineClaims([
	{
		id: "inline-in-a-client-file",
		statement:
			'A file that begins with "use client" and defines an inline action does not compile; the message depends on the bundler, and Turbopack\'s is about "use client".',
		points: ["A6", "H2"],
		run: (context) =>
			failsWith(
				context,
				/The "use client" directive must be placed before other expressions|not allowed to define inline "use server" annotated Server Actions in Client Components/,
			),
	},
	{
		id: "second-message",
		statement:
			'Where such a file also imports useState, Turbopack adds that useState works in a Client Component only, although the file begins with "use client".',
		points: ["A6"],
		// webpack knows the reason, and does not say it.
		run: (context) =>
			failsWith(
				context,
				/`useState` into a React Server Component module|not allowed to define inline "use server" annotated Server Actions in Client Components/,
			),
	},
	{
		id: "helper-without-directive",
		statement:
			"A file without a directive of its own that defines an inline action cannot be imported by a Client Component; this message names the reason.",
		points: ["A6"],
		run: (context) =>
			failsWith(
				context,
				/not allowed to define inline "use server" annotated Server Actions in Client Components/,
			),
	},
	{
		id: "from-a-file",
		statement: 'A Client Component can call an action that it imports from a file marked "use server".',
		points: ["A4", "A6"],
		run: ticks,
	},
	{
		id: "as-a-prop",
		statement: "A Client Component can call an action that a Server Component hands to it.",
		points: ["A5", "A6"],
		run: ticks,
	},
]);
