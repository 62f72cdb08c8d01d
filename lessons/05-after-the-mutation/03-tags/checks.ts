import type { CheckContext, HttpResponse } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const post = { title: "Sea serpent seen twice", author: "Mary" };

/** The pages that show posts, and what of a new post stands there. */
const pages = [
	{ path: "/", shows: post.title },
	{ path: "/archive", shows: post.title },
	{ path: "/authors", shows: post.author },
];

async function open({ http, expect }: CheckContext, path: string): Promise<HttpResponse> {
	const page = await http.get(path);
	expect(page, `The page ${path} answered with an error. The server log says why.`).toHaveStatus(200);
	return page;
}

/** When the data of a page was worked out. */
function asOf(page: HttpResponse): string {
	return page.document.querySelector("time")?.getAttribute("datetime") ?? "";
}

async function publish(context: CheckContext): Promise<void> {
	const desk = await open(context, "/desk");
	const answer = await desk.form("Publish").submit(post, { button: "Publish", followRedirect: true });
	context
		.expect(answer, "Publishing answered with an error: the action threw. Read the server log.")
		.toHaveStatus(200);
}

export default defineChecks([
	{
		id: "every-page-is-up-to-date",
		title: "A new post is on every page that shows posts",
		points: ["E2"],
		hints: [
			"Which pages show posts? And who has to know?",
			"Give the cached data a tag, in the third argument of `unstable_cache`, and name the tag in the action. The tag is the same everywhere, letter for letter.",
			'// lib/news.ts, three times\n{ tags: ["posts"] },\n// app/desk/actions.ts, after the write\nupdateTag("posts");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run(context) {
			const { expect } = context;
			for (const { path, shows } of pages) {
				expect(await open(context, path), `${path} shows the post before it was published.`).not.toShow(
					shows,
				);
			}
			await publish(context);
			for (const { path, shows } of pages) {
				expect(
					await open(context, path),
					`A post was published, and ${path} still shows what was there before. Its data is cached, and nobody said that it is out of date.`,
				).toShow(shows);
			}
		},
	},
	{
		id: "author-sees-it",
		title: "Whoever publishes sees the post on the desk at once",
		points: ["E3"],
		hints: [
			"Publish something and watch the list below the form.",
			"`updateTag` is made for this: the data is thrown away at once, and the open page comes back with the action's answer. The profile max is for those who can wait.",
			'updateTag("posts");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/updateTag",
		async run({ page, expect }) {
			await page.goto("/desk");
			await page.getByLabel("Title").fill(post.title);
			await page.getByLabel("Author").fill(post.author);
			await page.getByRole("button", { name: "Publish" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: post.title }),
				"The post was sent, but the list on the open desk does not have the new title. Its author needs to read what was just written.",
			).toBeVisible();
		},
	},
	{
		id: "ranking-catches-up",
		title: "A like shows up in the ranking, and nobody waits for it",
		points: ["E2"],
		hints: [
			"Like something and reload. Who has to wait while the ranking is worked out?",
			'`revalidateTag` with the profile `"max"` marks data as stale: the next visitor still gets the old answer at once, while the new one is worked out behind the scenes. Give the ranking a tag of its own.',
			'// lib/news.ts, getRanking\n{ tags: ["likes"] },\n// app/desk/actions.ts, in like\nrevalidateTag("likes", "max");',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/revalidateTag",
		async run(context) {
			const { page, exchanges, expect } = context;
			const fresh = /lighthouse\s*:\s*1\s+like/;
			const front = asOf(await open(context, "/"));
			const before = asOf(await open(context, "/popular"));
			await page.goto("/popular");
			await page.getByRole("button", { name: "Like Harbour" }).click();
			const sent = await exchanges.waitFor("the like", ({ method }) => method === "POST", {
				timeoutMs: 20_000,
			});
			expect(sent.status, "The like was answered with an error: the action threw. Read the server log.").toBe(
				200,
			);
			expect(
				asOf(await open(context, "/popular")),
				"The visitor who came right after a like had to wait for a new ranking. Let the old one be served once more while the new one is worked out.",
			).toBe(before);
			await expect
				.poll(
					async () => (await open(context, "/popular")).visibleText,
					"After a like the ranking never caught up: it is cached, and nobody said that it is out of date.",
				)
				.toMatch(fresh);

			// Twice: the first visit would be answered from what is stale.
			await open(context, "/");
			expect(
				asOf(await open(context, "/")),
				"The front page does not show likes, yet it was worked out again because of a like. Give likes a tag of their own.",
			).toBe(front);
		},
	},
	{
		id: "pages-stay-cached",
		title: "Between two changes every page is served from the cache",
		points: ["E2"],
		hints: [
			"Reload a few times and watch the time in the corner.",
			"A tag says when data is out of date. The cache is what makes it cheap: keep it.",
			'export const getLatest = unstable_cache(async () => ({ … }), ["latest"], { tags: ["posts"] });',
		],
		docs: "https://nextjs.org/docs/app/api-reference/functions/unstable_cache",
		async run(context) {
			for (const path of ["/", "/archive", "/authors", "/popular"]) {
				const first = asOf(await open(context, path));
				context
					.expect(
						asOf(await open(context, path)),
						`Nothing changed between two visits of ${path}, yet its data was worked out again. Keep the functions in lib/news.ts cached.`,
					)
					.toBe(first);
			}
		},
	},
]);
