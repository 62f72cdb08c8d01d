import type { CheckContext, CookieJar, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const ada = { email: "ada@example.com", password: "analytical engine" };
const grace = { email: "grace@example.com", password: "amazing bug" };

const ADAS_BALANCE = "1843.50";
const ANY_BALANCE = /1843\.50|906\.09/;

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

type Values = Record<string, string | string[]>;

/** Sends the login form without JavaScript, as the visitor with these cookies. */
async function send({ http, expect }: CheckContext, values: Values, jar: CookieJar): Promise<HttpResponse> {
	const page = await http.get("/login", { jar });
	expect(page, "The page /login answered with an error. The server log says why.").toHaveStatus(200);
	return page.form("Log in").submit(values, { button: "Log in", jar, timeoutMs: PATIENCE });
}

/** Somebody who has logged in. */
async function loggedIn(context: CheckContext, credentials: Values): Promise<CookieJar> {
	const jar = context.http.newJar();
	await send(context, credentials, jar);
	return jar;
}

/** Sends wrong credentials; gives the page that the visitor ends on. */
async function refused(context: CheckContext, what: string, values: Values): Promise<HttpResponse> {
	const { http, expect } = context;
	const jar = http.newJar();
	const answer = await send(context, values, jar);
	expect(
		answer.status,
		`${what} was answered with an error page. Bad input is to be expected: say so on the form.`,
	).toBeLessThan(500);
	const shown = answer.location === null ? answer : await http.get(answer.location, { jar });
	expect(
		(await http.get("/account", { jar })).text,
		`${what} let somebody in: afterwards the account was open.`,
	).not.toMatch(ANY_BALANCE);
	expect(alertOf(shown), `${what} was refused without a word in an element with role="alert".`).toBeTruthy();
	return shown;
}

function alertOf({ document }: HttpResponse): string {
	const alerts = [...document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent);
	return alerts.join(" ").trim();
}

export default defineChecks([
	{
		id: "account-is-closed",
		title: "Without a session the account leads to the login",
		points: ["I3", "F4"],
		hints: [
			"Open /account. Who are you?",
			"Ask for the session on the server, in the page, before anything of the account is rendered. redirect works in a page as well.",
			'const account = await currentAccount();\nif (!account) redirect("/login");',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run({ http, expect }) {
			const answer = await http.get("/account", { jar: null });
			expect(
				answer.text,
				"Somebody who is not logged in asked for /account, and a balance was in the answer. What a script hides afterwards has been sent all the same.",
			).not.toMatch(ANY_BALANCE);
			expect(
				answer,
				"Somebody who is not logged in asked for /account and was not sent to /login.",
			).toRedirectTo("/login");
		},
	},
	{
		id: "right-credentials-let-in",
		title: "The right password leads to one's own account",
		points: ["I3", "E4"],
		hints: [
			"Log in as Ada. What is in the answer?",
			"Validate, find the account, compare the password, set the cookie, redirect: in this order. redirect throws, so it stands outside of any try.",
			'(await cookies()).set("session", sign(account.email), { httpOnly: true, sameSite: "lax" });\nredirect("/account");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/cookies",
		async run(context) {
			const { http, expect } = context;
			for (const [credentials, name, balance] of [
				[ada, "Ada", ADAS_BALANCE],
				[grace, "Grace", "906.09"],
			] as const) {
				const jar = http.newJar();
				const answer = await send(context, credentials, jar);
				expect(
					answer,
					`${name} sent the right password, and the answer is no redirect to /account.`,
				).toRedirectTo("/account");
				const account = await http.get("/account", { jar });
				expect(account, `${name} is logged in, and /account does not greet her.`).toShow(name);
				expect(account, `${name} is logged in, and /account does not show her balance.`).toShow(balance);
			}
		},
	},
	{
		id: "session-cookie-is-safe",
		title: "The session is in a cookie that scripts cannot read",
		points: ["I3", "E6"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Which attributes does your cookie have? The inspector shows them.",
			"`httpOnly` keeps it from scripts, `sameSite` keeps it from forms on other sites. And a cookie lies on a disk: it is no place for a password.",
			'{ httpOnly: true, sameSite: "lax" }',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/cookies#options",
		async run(context) {
			const { expect } = context;
			const jar = await loggedIn(context, ada);
			const cookies = jar.all();
			expect(cookies.length, "After a login no cookie was set.").toBeGreaterThan(0);
			for (const cookie of cookies) {
				expect(
					cookie.httpOnly,
					`Any script in the page can read the cookie ${cookie.name}: set httpOnly.`,
				).toBe(true);
				expect(
					["lax", "strict"],
					`The cookie ${cookie.name} does not say with which requests it travels: set sameSite.`,
				).toContain(cookie.sameSite);
				expect(decodeURIComponent(cookie.value), "The password is in the cookie.").not.toContain(
					ada.password,
				);
			}
		},
	},
	{
		id: "wrong-credentials-are-refused",
		title: "Wrong credentials are refused, and the answer gives nothing away",
		points: ["I3", "D4"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Try a wrong password. Then an address that has no account. Compare.",
			"One sentence for both: whoever tries addresses must not learn which of them have an account. Send the email back to the form, and never the password.",
			'if (!account || !isPassword(password, account)) {\n\treturn { email, error: "Email and password do not belong together." };\n}',
		],
		docs: "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
		async run(context) {
			const { expect } = context;
			const password = "guessed at random";
			const wrong = await refused(context, "A wrong password", { email: ada.email, password });
			expect(wrong.text, "The password that was typed is in the page that came back.").not.toContain(
				password,
			);
			expect(
				wrong.form("Log in").fields.email,
				"A wrong password was refused, and the email has to be typed again.",
			).toBe(ada.email);
			const unknown = await refused(context, "An address without an account", {
				email: "nobody@example.com",
				password,
			});
			expect(
				alertOf(unknown),
				"A wrong password and an unknown address are answered differently: by trying, a stranger learns which addresses have an account.",
			).toBe(alertOf(wrong));
			await refused(context, "The password of somebody else", { ...ada, password: grace.password });
		},
	},
	{
		id: "bad-input-is-answered",
		title: "A login with something missing is answered, too",
		points: ["I3", "D1"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Send the form with nothing in it. Then think of a request without its fields.",
			"`formData.get` gives null where there is no such field. A schema asks for text before you use it as text.",
			'const parsed = credentialsSchema.safeParse(Object.fromEntries(formData));\nif (!parsed.success) return { email, error: "…" };',
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			await refused(context, "An empty form", { email: "", password: "" });
			await refused(context, "A request without a password", { email: ada.email, password: [] });
			await refused(context, "A request without any field", { email: [], password: [] });
		},
	},
	{
		id: "forged-cookie-is-refused",
		title: "A cookie that somebody made up opens nothing",
		points: ["I3", "F4"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Look at the value of your cookie. Could you write Grace's?",
			"A cookie comes from the browser like everything else. Sign what you put into it and check the signature, or put in an id that nobody can guess.",
			'const session = (await cookies()).get("session");\nconst email = session ? unsign(session.value) : null;',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const { http, expect } = context;
			const mine = await loggedIn(context, grace);
			const swap = (text: string) =>
				text.replaceAll("grace", "ada").replaceAll("Grace", "Ada").replaceAll("2", "1");
			for (const { name, value } of mine.all()) {
				const plain = decodeURIComponent(value);
				const decoded = binaryOf(plain);
				for (const forged of [
					swap(plain),
					btoa(swap(decoded)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
					btoa(swap(decoded)),
					...[
						"1",
						"true",
						"Ada",
						"ada",
						ada.email,
						`${ada.email}.`,
						".",
						JSON.stringify({ email: ada.email }),
					],
				]) {
					const jar = http.newJar();
					jar.set(name, forged);
					expect(
						(await http.get("/account", { jar, timeoutMs: PATIENCE })).text,
						`With a cookie that was made up (${name}: ${forged.slice(0, 40)}), Ada's account was open.`,
					).not.toContain(ADAS_BALANCE);
				}
			}
		},
	},
	{
		id: "logging-out",
		title: "Logging out closes the account again",
		points: ["I3", "E6"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Log out, and open /account by its address.",
			"Going to another page ends nothing. Delete the cookie in the action, with the name (and path) it was set with.",
			'(await cookies()).delete("session");\nredirect("/login");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/cookies#deleting-cookies",
		async run(context) {
			const { http, expect } = context;
			const jar = await loggedIn(context, ada);
			const account = await http.get("/account", { jar });
			const answer = await account
				.form("Log out")
				.submit({}, { button: "Log out", jar, timeoutMs: PATIENCE });
			expect(answer, "“Log out” was pressed, and the answer is no redirect to /login.").toRedirectTo(
				"/login",
			);
			const after = await http.get("/account", { jar });
			expect(after.text, "The account was open after logging out.").not.toMatch(ANY_BALANCE);
			expect(after, "Asked for /account after logging out, and was not sent to /login.").toRedirectTo(
				"/login",
			);
		},
	},
	{
		id: "with-javascript",
		title: "In the browser: in, out, and closed",
		points: ["I3", "E4"],
		requires: ["right-credentials-let-in"],
		hints: [
			"Log in and out in the preview.",
			"The redirect of an action works the same with JavaScript, without a document being loaded.",
			'redirect("/account");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run({ page, expect }) {
			await page.goto("/login");
			await page.getByLabel("Email").fill(ada.email);
			await page.getByLabel("Password").fill(ada.password);
			await page.getByRole("button", { name: "Log in" }).click();
			await expect(page, "Ada logged in, and the browser is not at /account.").toHaveURL("/account", {
				timeoutMs: 20_000,
			});
			await expect(page, "Ada logged in, and her balance is not shown.").toContainText(ADAS_BALANCE);
			await page.getByRole("button", { name: "Log out" }).click();
			await expect(page, "Ada logged out, and the browser is not at /login.").toHaveURL(/^\/login/, {
				timeoutMs: 20_000,
			});
			await page.goto("/account");
			await expect(page, "Ada logged out, opened /account once more, and was not sent to /login.").toHaveURL(
				/^\/login/,
			);
		},
	},
]);

/** What base64url text encodes, a character for each byte; nothing where it is something else. */
function binaryOf(text: string): string {
	try {
		return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		return "";
	}
}
