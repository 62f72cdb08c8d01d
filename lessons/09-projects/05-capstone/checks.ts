import type { CheckContext, CookieJar, HttpForm, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const good = { title: "Tea is served", body: "In the kitchen, at four." };

const CAT = "/posts/1";
const ADAS_DRAFT = "I have never liked tea";
const GRACES_DRAFT = "I am leaving in May";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** A visitor who has signed in: the cookies a browser would have. */
async function signIn({ http }: CheckContext, name: string): Promise<CookieJar> {
	const jar = http.newJar();
	const button = `Sign in as ${name}`;
	await (await http.get("/", { jar })).form(button).submit({}, { jar, button });
	return jar;
}

async function open({ http, expect }: CheckContext, path: string, jar?: CookieJar): Promise<HttpResponse> {
	const page = await http.get(path, { jar: jar ?? null, timeoutMs: PATIENCE });
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page;
}

/** A form of a page, as this person gets it, ready to be sent with any cookies. */
async function formOf(context: CheckContext, path: string, button: string, name: string): Promise<HttpForm> {
	return (await open(context, path, await signIn(context, name))).form(button);
}

function send(form: HttpForm, button: string, jar: CookieJar | null, values = {}): Promise<HttpResponse> {
	return form.submit(values, { button, jar, timeoutMs: PATIENCE });
}

/** What is stored, without the columns that the database fills in. */
async function stored({ db }: CheckContext, table: string): Promise<Record<string, unknown>[]> {
	return (await db.table(table)).map(({ id: _id, createdAt: _createdAt, ...rest }) => rest);
}

export default defineChecks([
	{
		id: "anybody-can-read",
		title: "Anybody can read the board and its posts",
		points: ["I5"],
		hints: [
			"Begin with two pages that only show something.",
			"The board is a Server Component that asks the database. A post has a route of its own, with its id in the address; params is a promise.",
			"// app/posts/[id]/page.tsx\nexport default async function PostPage({ params }: { params: Promise<{ id: string }> }) {\n\tconst id = Number((await params).id);\n\tconst post = await db.post.findUnique({ where: { id } });\n\tif (!post) notFound();",
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/dynamic-routes",
		async run(context) {
			const { http, expect } = context;
			const board = await open(context, "/");
			for (const title of ["A cat has moved in", "The printer is warm"]) {
				expect(board, `The board does not list the post “${title}”.`).toShow(title);
			}
			expect(
				board.document.querySelector(`a[href="${CAT}"]`),
				`On the board there is no link to ${CAT}.`,
			).toBeTruthy();
			const post = await http.get(CAT, { jar: null, timeoutMs: PATIENCE });
			expect(post, `${CAT} does not answer a reader who is not signed in.`).toHaveStatus(200);
			for (const text of ["It sleeps on the printer.", "Mine has one ear.", /Likes:\s*0/]) {
				expect(post, `${CAT} lacks something: the text, the comment of Grace, or “Likes: 0”.`).toShow(text);
			}
			const nothing = await http.get("/posts/99", { jar: null, timeoutMs: PATIENCE });
			expect(nothing, "There is no post 99, and its page does not answer with 404.").toHaveStatus(404);
		},
	},
	{
		id: "post-is-published",
		title: "Who is signed in can publish, in their own name",
		points: ["I5", "I4", "F4"],
		requires: ["anybody-can-read"],
		hints: [
			"Who is the author of what Ada sends?",
			"The author comes from the session. Validate, write, revalidate, redirect to the page of the new post.",
			'const visitor = await currentVisitor();\nconst post = await db.post.create({ data: { title, body, author: visitor.name } });\nrevalidatePath("/");\nredirect("/posts/" + post.id);',
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { http, expect } = context;
			const ada = await signIn(context, "Ada");
			const form = (await open(context, "/", ada)).form("Publish");
			const answer = await send(form, "Publish", ada, { ...good, author: "Grace", owner: "Grace" });
			const posts = await stored(context, "post");
			expect(posts, "Ada published a post, and there is not exactly one more.").toHaveLength(3);
			const { title, body, author } = posts.at(-1) ?? {};
			expect([title, body], "Ada's post is not stored as she wrote it.").toEqual([good.title, good.body]);
			expect(author, "Ada's request said “Grace”, and her post was stored in the name of Grace.").toBe("Ada");
			expect(answer, "Ada published a post and was not sent to its page.").toRedirectTo("/posts/3");
			expect(await http.get("/", { jar: null }), "The new post is not on the board.").toShow(good.title);
		},
	},
	{
		id: "bad-post-is-answered",
		title: "A bad post is answered on the form, and nothing typed is lost",
		points: ["I5", "D2", "D4"],
		requires: ["post-is-published"],
		hints: [
			"Publish a long text without a title.",
			"Return what is wrong together with what was typed; `useActionState` hands both to the form.",
			'if (!parsed.success) return { values, error: … };\n// in the form\n<textarea name="body" defaultValue={state.values.body} />',
		],
		docs: "https://react.dev/reference/react/useActionState",
		async run(context) {
			const { expect } = context;
			const ada = await signIn(context, "Ada");
			for (const [what, values] of [
				["A title of two letters", { ...good, title: " ab " }],
				["A title of 81 letters", { ...good, title: "x".repeat(81) }],
				["A text of spaces", { ...good, body: "   " }],
			] as const) {
				const form = (await open(context, "/", ada)).form("Publish");
				const answer = await send(form, "Publish", ada, values);
				expect(answer, `${what} was answered with an error page. Return what is wrong.`).toHaveStatus(200);
				expect(await stored(context, "post"), `${what} was published.`).toHaveLength(2);
				expect(
					answer.document.querySelector('[role="alert"]')?.textContent?.trim(),
					`${what} was refused, and no element with role="alert" says why.`,
				).toBeTruthy();
				expect(
					[answer.form("Publish").fields.title?.trim(), answer.form("Publish").fields.body?.trim()],
					`${what} was refused, and the form does not have what was typed any more.`,
				).toEqual([values.title.trim(), values.body.trim()]);
			}
		},
	},
	{
		id: "comment-appears",
		title: "A comment and a like show up at once, without a document being loaded",
		points: ["I5", "B3", "E1"],
		requires: ["anybody-can-read"],
		hints: [
			"Comment on something in the preview.",
			"The action has to say that the page is out of date; the new page then comes with its answer.",
			'revalidatePath("/posts/" + postId);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
		async run({ page, expect }) {
			await page.goto(CAT);
			await page.getByRole("button", { name: "Sign in as Grace" }).click();
			await expect(
				page,
				"Grace pressed her button on the page of the post, and it does not say “You are Grace”.",
			).toContainText("You are Grace", { timeoutMs: 15_000 });
			await page.markDocument();
			await page.getByLabel("Comment").fill("It is warm there.");
			await page.getByRole("button", { name: "Send comment" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: "It is warm there." }),
				"Grace sent a comment, and the open page does not show it in a list.",
			).toHaveCount(1, { timeoutMs: 10_000 });
			await page.getByRole("button", { name: "Like", exact: true }).click();
			await expect(page, "Grace liked the post, and the open page does not show it.").toContainText(
				/Likes:\s*1/,
				{ timeoutMs: 10_000 },
			);
			await expect(
				page.getByRole("button", { name: "Take back" }),
				"Grace likes the post, and there is no button “Take back”.",
			).toBeVisible();
			expect(await page.isSameDocument(), "To show it, the browser loaded a new document.").toBe(true);
		},
	},
	{
		id: "comment-is-looked-at",
		title: "A comment has a text, and an author who wrote it",
		points: ["I5", "D1", "F4"],
		requires: ["anybody-can-read"],
		hints: [
			"Which of a comment's three columns may come from the form?",
			"The text, once a schema has seen it. The author is whoever is signed in.",
			'const text = z.string().trim().min(1).max(500).safeParse(formData.get("text"));\nif (!text.success) return;',
		],
		docs: "https://zod.dev/basics",
		async run(context) {
			const { expect } = context;
			const grace = await signIn(context, "Grace");
			for (const [what, text] of [
				["three spaces", "   "],
				["501 letters", "x".repeat(501)],
				["no text at all", []],
			] as const) {
				const form = (await open(context, CAT, grace)).form("Send comment");
				await send(form, "Send comment", grace, { text });
				expect(await stored(context, "comment"), `A comment with ${what} was stored.`).toHaveLength(1);
			}
			const form = (await open(context, CAT, grace)).form("Send comment");
			await send(form, "Send comment", grace, { text: " So warm. ", author: "Ada", name: "Ada" });
			const comments = await stored(context, "comment");
			expect(comments, "Grace sent a comment, and it was not stored.").toHaveLength(2);
			const { postId, text, author } = comments.at(-1) ?? {};
			expect([postId, text], "The comment was not stored with its post, trimmed.").toEqual([1, "So warm."]);
			expect(author, "Grace's request said “Ada”, and her comment is not in her own name.").toBe("Grace");
		},
	},
	{
		id: "one-like-each",
		title: "Everybody has one like for each post, and can take it back",
		points: ["I5", "F12"],
		requires: ["anybody-can-read"],
		hints: [
			"What happens when the same request arrives twice?",
			"Let the request say what should be (liked, or not), instead of what to do (add one), and look first whether there is a like of this person.",
			"const mine = await db.like.findUnique({ where: { postId, by: visitor.name } });\nif (liked && !mine) await db.like.create({ data: { postId, by: visitor.name } });",
		],
		docs: "https://developer.mozilla.org/en-US/docs/Glossary/Idempotent",
		async run(context) {
			const { db, expect } = context;
			const onCat = async () =>
				(await db.table("like")).filter(({ postId }) => postId === 1).map(({ by }) => by);
			const grace = await signIn(context, "Grace");
			const form = (await open(context, CAT, grace)).form("Like");
			await send(form, "Like", grace);
			expect(await onCat(), "Grace liked a post, and it was not stored.").toEqual(["Grace"]);
			await send(form, "Like", grace);
			expect(
				await onCat(),
				"The same like was sent twice, as after a double click, and it counted twice.",
			).toEqual(["Grace"]);
			const ada = await signIn(context, "Ada");
			await send((await open(context, CAT, ada)).form("Like"), "Like", ada);
			const page = await open(context, CAT, grace);
			expect(page, "Ada and Grace like the post, and its page does not say “Likes: 2”.").toShow(/Likes:\s*2/);
			await send(page.form("Take back"), "Take back", grace);
			expect(await onCat(), "Grace took her like back, and the likes are not what they should be.").toEqual([
				"Ada",
			]);
		},
	},
	{
		id: "drafts-are-private",
		title: "A draft is its owner's business",
		points: ["I5", "F4"],
		requires: ["anybody-can-read"],
		hints: [
			"Sign in as Ada, and look for Grace's draft. Then try to discard it.",
			"Both questions get the same answer: put the owner into the question to the database, when you read and when you delete.",
			"db.draft.findMany({ where: { owner: visitor.name } })\ndb.draft.delete({ where: { id, owner: visitor.name } })",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { http, page, db, expect } = context;
			const ada = await signIn(context, "Ada");
			const form = (await open(context, "/", ada)).form("Keep as draft");
			await send(form, "Keep as draft", ada, { title: "", body: "Nor coffee", owner: "Grace" });
			expect(
				(await stored(context, "draft")).at(-1),
				"Ada kept a text as a draft, and the last draft is not hers.",
			).toEqual({ owner: "Ada", text: "Nor coffee" });
			const board = await open(context, "/", ada);
			expect(board, "Ada does not see her own drafts on the board.").toShow(ADAS_DRAFT);
			expect(board.text, "Signed in as Ada, Grace's draft is in the page.").not.toContain(GRACES_DRAFT);
			expect(
				(await http.get("/", { jar: null })).text,
				"Somebody who is not signed in finds Ada's draft in the page.",
			).not.toContain(ADAS_DRAFT);
			const graces = await formOf(context, "/", "Discard draft 2", "Grace");
			for (const jar of [ada, null]) await send(graces, "Discard draft 2", jar);
			expect(
				(await stored(context, "draft")).some(({ text }) => text === GRACES_DRAFT),
				"Somebody else than Grace sent the form of her draft, and it was discarded.",
			).toBe(true);
			await send(board.form("Discard draft 1"), "Discard draft 1", ada);
			expect(
				(await stored(context, "draft")).some(({ text }) => text === ADAS_DRAFT),
				"Ada discarded her own draft, and it is still there.",
			).toBe(false);

			await db.reset();
			await page.goto("/");
			await page.getByRole("button", { name: "Sign in as Ada" }).click();
			await page.getByLabel("Text").fill("Nor coffee");
			await page.getByRole("button", { name: "Keep as draft" }).click();
			await expect(
				page,
				"Ada kept a text as a draft, and the open page does not show it. Revalidate in the action, after the write.",
			).toContainText("Nor coffee");
			await page.getByRole("button", { name: "Discard draft 1" }).click();
			await expect(
				page,
				"Ada discarded a draft, and the open page still shows it. Revalidate in the action, after the write.",
			).not.toContainText(ADAS_DRAFT);
		},
	},
	{
		id: "only-its-author-deletes-a-post",
		title: "Only its author can delete a post, and nothing is left of it",
		points: ["I5", "F4"],
		requires: ["anybody-can-read"],
		hints: [
			"Grace gets no button. Does that keep her from sending the request?",
			"Ask in the action whose post it is. A post has comments and likes; think of them when it goes.",
			"const post = await db.post.delete({ where: { id, author: visitor.name } });",
		],
		docs: "https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html",
		async run(context) {
			const { http, db, expect } = context;
			const grace = await signIn(context, "Grace");
			const ada = await signIn(context, "Ada");
			await send((await open(context, CAT, ada)).form("Like"), "Like", ada);
			expect(
				await open(context, CAT, grace),
				"Grace is offered a button “Delete post” on Ada's post.",
			).not.toShow("Delete post");
			const form = (await open(context, CAT, ada)).form("Delete post");
			await send(form, "Delete post", grace);
			expect(
				await stored(context, "post"),
				"Grace deleted Ada's post, with a request that she wrote by hand.",
			).toHaveLength(2);
			const answer = await send(form, "Delete post", ada);
			expect(await stored(context, "post"), "Ada deleted her own post, and it is still there.").toHaveLength(
				1,
			);
			expect(answer, "Ada deleted her post and was not sent to the board.").toRedirectTo("/");
			expect(
				[...(await db.table("comment")), ...(await db.table("like"))].filter(({ postId }) => postId === 1),
				"A post was deleted, and its comments or likes were left behind.",
			).toEqual([]);
			expect(
				await http.get(CAT, { jar: null, timeoutMs: PATIENCE }),
				"The page of a deleted post does not answer with 404.",
			).toHaveStatus(404);
		},
	},
	{
		id: "strangers-write-nothing",
		title: "Who is not signed in can change nothing at all",
		points: ["I5", "F1", "F4"],
		requires: ["post-is-published", "comment-is-looked-at", "one-like-each", "drafts-are-private"],
		hints: [
			"How many actions have you written? Each is a door.",
			"A page that hides its forms protects nothing. Begin every action with the same line, which throws when nobody is signed in.",
			'async function requireVisitor() {\n\tconst visitor = await currentVisitor();\n\tif (!visitor) throw new Error("Please sign in.");\n\treturn visitor;\n}',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { http, db, expect } = context;
			const page = await http.get("/", { jar: null });
			expect(page.text, "Somebody who is not signed in is offered a form to publish.").not.toMatch(
				/>Publish</,
			);
			const before = await db.read();
			for (const [path, button, values] of [
				["/", "Publish", good],
				["/", "Keep as draft", good],
				[CAT, "Send comment", { text: "Hello" }],
				[CAT, "Like", {}],
				[CAT, "Delete post", {}],
			] as const) {
				await send(await formOf(context, path, button, "Ada"), button, null, values);
				expect(
					await db.read(),
					`Nobody was signed in, the request of “${button}” was sent by hand, and it changed something.`,
				).toEqual(before);
			}
		},
	},
]);
