import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineClaims } from "@/lib/checks";

const PATIENCE = 60_000;

/** An `.env` with a key of this many bytes. */
const env = (letter: string, bytes = 32) => ({
	".env": `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=${btoa(letter.repeat(bytes))}\n`,
});

const openClaim = ({ http }: CheckContext) => http.get("/claim", { timeoutMs: PATIENCE });

function idOf(page: HttpResponse, button: string): string {
	const field = Object.keys(page.form(button).fields).find((name) => name.startsWith("$ACTION_ID_"));
	return field?.slice("$ACTION_ID_".length) ?? "";
}

export default defineClaims([
	{
		id: "old-id",
		statement:
			"With another key the server does not know the old ids: a call is answered with status 404 and the header x-nextjs-action-not-found, and the action does not run.",
		points: ["F6"],
		async run(context) {
			const { http, sandbox, db, expect } = context;
			await sandbox.change(env("a"));
			const old = idOf(await openClaim(context), "Note");
			expect(old, "The page has an id.").toMatch(/^[0-9a-f]{42}$/);
			await sandbox.change(env("b"));
			await openClaim(context);
			const answer = await http.post("/claim", {
				headers: { "next-action": old, "content-type": "text/plain;charset=UTF-8" },
				body: "[]",
				timeoutMs: PATIENCE,
			});
			expect(answer, "The old id is not found.").toHaveStatus(404);
			expect(answer.headers.get("x-nextjs-action-not-found"), "The header says so.").toBe("1");
			expect(await db.table("message"), "The action did not run.").toHaveLength(0);
		},
	},
	{
		id: "same-key",
		statement:
			"With the same key, pages from before go on working: their ids are known, and what their closures captured can be read.",
		points: ["F8"],
		async run(context) {
			const { sandbox, db, expect } = context;
			await sandbox.change(env("a"));
			const page = await openClaim(context);
			// A file that Next.js reads when it starts: the server is another one now, with the same key.
			await sandbox.change({ ...env("a"), ".env.local": "STARTED_AGAIN=1\n" });
			await openClaim(context);
			expect(
				await page.form("Note").submit({}, { timeoutMs: PATIENCE }),
				"The old id is known.",
			).toHaveStatus(200);
			expect(await page.form("Keep").submit({}, { timeoutMs: PATIENCE }), "So is the closure.").toHaveStatus(
				200,
			);
			expect(
				(await db.table("message")).map(({ text }) => text),
				"Both ran, with the captured value.",
			).toEqual(["noted", "captured in the morning"]);
		},
	},
	{
		id: "call-is-rejected",
		statement:
			"In the browser a call with an unknown id is rejected with an error that unstable_isUnrecognizedActionError recognises.",
		points: ["F6"],
		async run({ page, expect }) {
			await page.goto("/claim?build=old");
			await page.getByRole("button", { name: "Call" }).click();
			await expect(page.getByRole("status"), "It is recognised.").toHaveText("unrecognised", {
				timeoutMs: 15_000,
			});
		},
	},
	{
		id: "own-key",
		statement:
			"Without the variable, the build makes a key of 32 random bytes. In a container each build has another; elsewhere it is kept in .next/cache for at most 14 days.",
		points: ["F6", "F8"],
		mode: "production",
		async run(context) {
			const { http, sandbox, expect } = context;
			const read = async () => JSON.parse((await http.get("/claim", { timeoutMs: PATIENCE })).text);
			const first = await read();
			expect(atob(first.key).length, "The key has 32 bytes.").toBe(32);
			await sandbox.change({ "lib/build.ts": 'export const build = "second";\n' });
			const second = await read();
			expect(second.build, "It is another build.").toBe("second");
			if (second.inContainer) {
				expect(second.key, "In a container it has another key.").not.toBe(first.key);
			} else {
				expect(second.key, "It has the key from the cache.").toBe(first.key);
				expect(second.daysLeft, "The key is kept for at most 14 days.").toBeLessThan(14.01);
				expect(second.daysLeft, "The key is kept for some time.").toBeGreaterThan(0);
			}
		},
	},
	{
		id: "wrong-length",
		statement:
			"Where a page with a closure is rendered by the build, a key of any other length than 16, 24 or 32 bytes fails it.",
		points: ["F8"],
		mode: "production",
		async run(context) {
			const { sandbox, expect } = context;
			expect(await sandbox.changeRefused(env("a", 20)), "A build with a key of 20 bytes fails.").toMatch(
				/Invalid key length/i,
			);
			await sandbox.change(env("a", 24));
			expect(await openClaim(context), "With a key of 24 bytes the app runs.").toHaveStatus(200);
		},
	},
]);
