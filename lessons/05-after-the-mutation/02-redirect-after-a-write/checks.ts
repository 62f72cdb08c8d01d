import type { CheckContext, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const post = { author: "Hedy", title: "On hopping frequencies", body: "Eighty-eight of them, like a piano." };
/** In the seed, so `savePost` refuses it. */
const takenTitle = "Hello";

const threw =
	"The answer was an error: the action threw. The server log says where. (cookies() returns a promise: await it before you set anything.)";

async function openForm({ http, expect }: CheckContext): Promise<HttpForm> {
	const page = await http.get("/posts/new");
	expect(
		page,
		"The page /posts/new answered with an error instead of the form. The server log says why.",
	).toHaveStatus(200);
	return page.form("Publish");
}

/** The path of the post that was stored last. */
async function newestPath({ db }: CheckContext): Promise<string> {
	return `/posts/${(await db.table("post")).at(-1)?.id}`;
}

export default defineChecks([
	{
		id: "post-is-stored",
		title: "A post is stored, once",
		points: ["E4"],
		hints: [
			"In which order do things happen in the action?",
			"redirect leaves the action at once: what stands below it does not run. Write first.",
			`id = (await savePost(values)).id;\n// …\nredirect(\`/posts/\${id}\`);`,
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("post")).length;
			await (await openForm(context)).submit(post, { button: "Publish" });
			const rows = await db.table("post");
			expect(
				rows,
				"Publishing once should make exactly one new row in the table post. Is savePost called before the redirect?",
			).toHaveLength(before + 1);
			expect(rows.at(-1)?.title, "The stored post does not have the title that was typed.").toBe(post.title);
		},
	},
	{
		id: "redirects-with-javascript",
		title: "After publishing, the new post is shown",
		points: ["E4"],
		requires: ["post-is-stored"],
		hints: [
			"Where should somebody be who has just published a post?",
			"redirect works by throwing. A catch around it gets that error before Next.js does. Let the try hold the write only.",
			`let id: number;\ntry {\n\tid = (await savePost(values)).id;\n} catch (error) {\n\treturn { values, error: … };\n}\nredirect(\`/posts/\${id}\`);`,
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/redirect",
		async run(context) {
			const { page, exchanges, expect, fail } = context;
			await page.goto("/posts/new");
			await page.markDocument();
			await page.getByLabel("Author").fill(post.author);
			await page.getByLabel("Title").fill(post.title);
			await page.getByLabel("Text").fill(post.body);
			await page.getByRole("button", { name: "Publish" }).click();

			// The page of the post may have to be compiled first, within this very request.
			const sent = await exchanges.waitFor("the form being sent", ({ method }) => method === "POST", {
				timeoutMs: 20_000,
			});
			const target = await newestPath(context);
			if (sent.status >= 500)
				fail(threw, { expected: `a redirect to ${target}`, observed: `status ${sent.status}` });
			await expect
				.poll(
					async () => (await page.url()) === target || (await page.text()).includes("NEXT_REDIRECT"),
					"The post was stored, but the page stayed where it was. Call redirect with the path of the new post, after the write and outside try/catch.",
				)
				.toBe(true);
			if ((await page.url()) !== target) {
				fail(
					"The form shows NEXT_REDIRECT: redirect works by throwing, and a catch around it took that for a failure. Call redirect outside the try.",
					{ expected: target, observed: await page.url() },
				);
			}
			await expect(
				page.getByRole("heading", { name: post.title }),
				`The browser is at ${target}, but the page does not show the post. Does it answer with an error? A page cannot set a cookie while it is rendered.`,
			).toBeVisible();
			expect(
				await page.isSameDocument(),
				"The new post was shown by loading a new document. redirect in the action gets there without one.",
			).toBe(true);
		},
	},
	{
		id: "redirects-without-javascript",
		title: "It redirects with JavaScript off, too",
		points: ["E4"],
		requires: ["redirects-with-javascript"],
		hints: [
			"Switch the preview's JavaScript off and publish.",
			"A navigation that the browser's code makes needs that code. A redirect in the action is the server's answer: it works for everybody.",
			`redirect(\`/posts/\${id}\`);`,
		],
		docs: "https://nextjs.org/docs/app/guides/redirecting",
		async run(context) {
			const answer = await (await openForm(context)).submit(post, { button: "Publish" });
			context
				.expect(
					answer,
					"Without JavaScript the post was stored, but the answer is no redirect to it. Let the action itself redirect instead of the code in the browser.",
				)
				.toRedirectTo(await newestPath(context));
		},
	},
	{
		id: "author-is-remembered",
		title: "The form opens with the author of the last post",
		points: ["E6"],
		requires: ["post-is-stored"],
		hints: [
			"Two halves: somebody has to set the cookie, and somebody has to read it.",
			"The action sets it, before redirect and after await `cookies()`. The page reads it and hands it to the form.",
			'// in the action, before redirect\n(await cookies()).set("author", values.author, { httpOnly: true, sameSite: "lax" });\n// in app/posts/new/page.tsx\nconst author = (await cookies()).get("author")?.value ?? "";',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/cookies",
		async run(context) {
			const { http, expect } = context;
			const answer = await (await openForm(context)).submit(post, { button: "Publish" });
			expect(answer.status, threw).toBeLessThan(500);
			expect(
				answer.setCookies.some((cookie) => cookie.startsWith("author=")),
				"The answer to publishing set no cookie called author. Set it in the action, before redirect: nothing below redirect runs.",
			).toBe(true);
			expect(
				(await openForm(context)).fields.author,
				"The cookie is there, but the form opens and the field Author does not have the author in it. Read the cookie in app/posts/new/page.tsx and give it to the form.",
			).toBe(post.author);
			const stranger = await http.get("/posts/new", { jar: http.newJar() });
			expect(
				stranger.form("Publish").fields.author,
				"Another visitor, without the cookie, gets this visitor's name in the form, too.",
			).not.toBe(post.author);
		},
	},
	{
		id: "refused-post-stays",
		title: "A refused post is neither stored nor redirected",
		points: ["E4"],
		requires: ["post-is-stored"],
		hints: [
			"Publish a post called “Hello”.",
			"`savePost` throws when the title is taken. Catch that and return the message. A redirect in finally happens in both cases.",
			'try {\n\tid = (await savePost(values)).id;\n} catch (error) {\n\treturn { values, error: error instanceof Error ? error.message : "…" };\n}',
		],
		docs: "https://nextjs.org/docs/app/getting-started/error-handling",
		async run(context) {
			const { db, expect } = context;
			const before = (await db.table("post")).length;
			const answer = await (await openForm(context)).submit(
				{ ...post, title: takenTitle },
				{ button: "Publish", followRedirect: true },
			);
			expect(await db.table("post"), "A post whose title is taken was stored all the same.").toHaveLength(
				before,
			);
			expect(
				answer,
				"A post whose title is taken was answered with an error page. savePost throws then: catch it and return the message.",
			).toHaveStatus(200);
			expect(
				answer.document.querySelector('[name="title"]'),
				"A post whose title is taken was refused, but what came back is not the form any more. Redirect only after a successful write.",
			).toBeTruthy();
			const alerts = Array.from(
				answer.document.querySelectorAll('[role="alert"]'),
				(alert) => alert.textContent,
			);
			expect(
				alerts.join("").trim(),
				'A post whose title is taken was refused, but the form does not say why in its element with role="alert".',
			).toBeTruthy();
		},
	},
]);
