import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const own = "ada@lovelace.example";
const mallorys = "mallory@evil.example";

/** What a browser may send as `Origin` with a form that stands on somebody else's page. */
const foreignOrigins = ["https://evil.example", "https://localhost.evil.example", "null"];

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** Signs Ada in; the cookies stay with this check, as in a browser. */
async function signIn({ http }: CheckContext): Promise<void> {
	const button = "Sign in as Ada";
	await (await http.get("/")).form(button).submit({}, { button });
}

async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/");
	expect(page, "The page answered with an error. The server log says why.").toHaveStatus(200);
	return page.form("New address");
}

async function email({ db }: CheckContext): Promise<unknown> {
	return (await db.table("user"))[0]?.email;
}

export default defineChecks([
	{
		id: "own-form-works",
		title: "Ada can change her address",
		points: ["F9"],
		hints: [
			"Sign in and change the address.",
			"The form's own page has the right Origin wherever the app runs: compare with the host of the request, or leave it to an action, which does.",
			'<form action={changeEmail} className="card">',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			await signIn(context);
			await (await openForm(context)).submit({ email: own }, { button: "Change", timeoutMs: PATIENCE });
			context
				.expect(await email(context), "Ada sent the form of her own page, and her address was not changed.")
				.toBe(own);

			const { page, db, expect } = context;
			await db.reset();
			await page.goto("/");
			await page.getByRole("button", { name: "Sign in as Ada" }).click();
			await page.getByLabel("New address").fill(own);
			await page.getByRole("button", { name: "Change" }).click();
			await expect(
				page,
				`Ada changed her address to ${own} in the browser, and the page still shows the old one. Revalidate in the action, after the write.`,
			).toContainText(`Your bills go to ${own}`);
		},
	},
	{
		id: "foreign-form-is-refused",
		title: "The same form on another site does nothing",
		points: ["F9"],
		requires: ["own-form-works"],
		hints: [
			"The browser sends Ada's cookie along. What else does it send that says where the form stood?",
			"Browsers add the header Origin to every POST, and pages cannot change it. Server Actions compare it with the host for you; a Route Handler does not.",
			'// app/actions.ts\n"use server";\n\nexport async function changeEmail(formData: FormData) { … }\n// app/page.tsx\n<form action={changeEmail} className="card">',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			await signIn(context);
			const form = await openForm(context);
			for (const origin of foreignOrigins) {
				await form.submit(
					{ email: mallorys },
					{ button: "Change", headers: { origin }, timeoutMs: PATIENCE },
				);
				context
					.expect(
						await email(context),
						`A form sent from another site (Origin: ${origin}), with Ada's cookie, changed Ada's address. Let a Server Action do it, which refuses such requests.`,
					)
					.toBe("ada@example.com");
			}
		},
	},
	{
		id: "old-door-is-closed",
		title: "There is no other way in",
		points: ["F9"],
		requires: ["own-form-works"],
		hints: [
			"Who knows the address /api/email by now?",
			"A new door does not close the old one. Nothing uses the Route Handler any more, so take it away.",
			"Delete app/api/email/route.ts.",
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
		async run(context) {
			const { http, expect } = context;
			await signIn(context);
			for (const origin of foreignOrigins) {
				await http.post("/api/email", {
					headers: { origin, "content-type": "application/x-www-form-urlencoded" },
					body: `email=${encodeURIComponent(mallorys)}`,
					timeoutMs: PATIENCE,
				});
				expect(
					await email(context),
					`A POST to /api/email from another site (Origin: ${origin}), with Ada's cookie, changed Ada's address. Delete the Route Handler, or let it compare Origin with the host.`,
				).toBe("ada@example.com");
			}
		},
	},
	{
		id: "cookie-stays-at-home",
		title: "The session cookie is HttpOnly, not sent along from other sites, and cannot be made up",
		points: ["F9"],
		hints: [
			"What does the Set-Cookie header say besides the value?",
			"SameSite=Lax keeps the cookie out of forms that other sites send; HttpOnly keeps it away from scripts.",
			'(await cookies()).set("session", …, { httpOnly: true, sameSite: "lax" });',
		],
		docs: "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Cookies",
		async run({ http, expect, fail }) {
			const button = "Sign in as Ada";
			const answer = await (await http.get("/")).form(button).submit({}, { button });
			expect(answer, "Signing in set no cookie called session that is HttpOnly.").toSetCookie("session", {
				httpOnly: true,
			});
			const cookie = answer.setCookies.find((candidate) => candidate.startsWith("session=")) ?? "";
			if (!/;\s*samesite=(lax|strict)/i.test(cookie)) {
				fail("The session cookie does not say SameSite=Lax (or Strict).", {
					expected: "SameSite=Lax",
					observed: cookie,
				});
			}
			// Ada's name as it was, and another signature, as somebody without the secret would write it.
			const made = http.newJar();
			made.set("session", `${(http.cookies.get("session")?.value ?? "").slice(0, -12)}${"A".repeat(12)}`);
			expect(
				(await http.get("/", { jar: made })).visibleText,
				"A session cookie with Ada's name and a made-up signature was taken for Ada's. Believe a cookie only once its signature has been compared.",
			).not.toContain("Hello, Ada");
		},
	},
]);
