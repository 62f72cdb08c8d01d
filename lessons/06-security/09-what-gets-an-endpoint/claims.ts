import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

/** Names of the actions that have an endpoint, of one file. */
async function namesIn({ build }: CheckContext, file: string): Promise<string[]> {
	const { actions } = await build.read();
	return actions
		.filter((action) => action.file === file)
		.map(({ name }) => name)
		.sort();
}

async function idOf({ http }: CheckContext, button: string): Promise<string> {
	const page: HttpResponse = await http.get("/claim", { timeoutMs: 30_000 });
	const field = Object.keys(page.form(button).fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

const fileWith = (body: string) => `"use server";\n\nexport async function note() {\n\t${body}\n}\n`;

export default defineClaims([
	{
		id: "server-keeps-all",
		statement:
			"In a production build every exported function of a file that a Server Component imports has an endpoint, used or not.",
		points: ["F3"],
		mode: "production",
		async run(context) {
			const { http, build, expect } = context;
			expect(await namesIn(context, "app/claim/for-server.ts"), "Both have an endpoint.").toEqual([
				"unused",
				"used",
			]);
			const { actions } = await build.read();
			const unused = actions.find(
				({ name, file }) => name === "unused" && file === "app/claim/for-server.ts",
			);
			const answer = await http.post("/claim", {
				headers: { "next-action": unused?.id ?? "", "content-type": "text/plain;charset=UTF-8" },
				body: "[]",
			});
			expect(answer, "The unused one answers.").toHaveStatus(200);
			expect(answer.text, "It ran.").toContain("the unused one ran");
		},
	},
	{
		id: "client-keeps-used",
		statement:
			"In a production build a file that only Client Components import has endpoints for what they use, and for nothing else.",
		points: ["F3"],
		mode: "production",
		async run(context) {
			const { expect } = context;
			expect(await namesIn(context, "app/claim/for-client.ts"), "Only the used one has an endpoint.").toEqual(
				["used"],
			);
		},
	},
	{
		id: "orphan-has-none",
		statement: "In a production build a file that nobody imports has no endpoint.",
		points: ["F3"],
		mode: "production",
		async run(context) {
			const { expect } = context;
			expect(await namesIn(context, "app/claim/orphan.ts"), "It has none.").toEqual([]);
			expect(await namesIn(context, "app/claim/for-server.ts"), "Others have.").toHaveLength(2);
		},
	},
	{
		id: "body-does-not-count",
		statement: "The id of an action does not depend on its body.",
		points: ["F2"],
		async run(context) {
			const { sandbox, http, db, expect } = context;
			const before = await idOf(context, "Note");
			expect(before, "It is an id of 42 hexadecimal digits.").toMatch(/^[0-9a-f]{42}$/);
			await sandbox.change({
				"app/claim/note.ts": `"use server";\n\nimport { db } from "@/lib/db";\n\nexport async function note() {\n\tawait db.message.create({ data: { name: "claim", text: "rewritten" } });\n}\n`,
			});
			expect(await idOf(context, "Note"), "With another body it is the same.").toBe(before);
			await http.post("/claim", {
				headers: { "next-action": before, "content-type": "text/plain;charset=UTF-8" },
				body: "[]",
			});
			expect((await db.table("message")).at(-1)?.text, "The old id runs the new body.").toBe("rewritten");
		},
	},
	{
		id: "key-goes-in",
		statement: "With another encryption key all ids are others.",
		points: ["F2"],
		async run(context) {
			const { sandbox, expect } = context;
			const key = (letter: string) => btoa(letter.repeat(32));
			await sandbox.change({ ".env": `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=${key("a")}\n` });
			const first = await idOf(context, "Note");
			await sandbox.change({ ".env": `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=${key("b")}\n` });
			const second = await idOf(context, "Note");
			expect(first, "It is an id.").toMatch(/^[0-9a-f]{42}$/);
			expect(second, "With the other key it is another.").not.toBe(first);
			await sandbox.change({
				".env": `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=${key("a")}\n`,
				"app/claim/note.ts": fileWith("// Not the same as before."),
			});
			expect(await idOf(context, "Note"), "With the first key it is the first one again.").toBe(first);
		},
	},
]);
