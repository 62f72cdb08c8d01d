import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const bridge = { id: 1, path: "/posts/1" };
const wall = { id: 2, path: "/posts/2", title: "A wall of straw" };

async function rows({ db }: CheckContext, name: "view" | "thanks", postId: number): Promise<number> {
	return (await db.table("message")).filter((row) => row.name === name && row.text === String(postId)).length;
}

/**
 * Presses the other button of the page, which calls an action as well. Calls of one page are sent one after the other, so
 * once the thanks are stored, everything called before is.
 */
async function sayThanks(context: CheckContext, postId: number): Promise<void> {
	const { page, expect } = context;
	const before = await rows(context, "thanks", postId);
	await page.getByRole("button", { name: "Say thanks" }).click();
	await expect
		.poll(() => rows(context, "thanks", postId), "The button Say thanks does not work any more.")
		.toBe(before + 1);
	await expect(
		page.getByRole("button", { name: "Say thanks (" }),
		"The button Say thanks does not count any more.",
	).toBeVisible();
}

export default defineChecks([
	{
		id: "opening-counts",
		title: "Opening a post counts a view and shows the new number",
		points: ["C3", "B4"],
		hints: [
			"Nobody clicks. What happens in a component all by itself when it appears?",
			"An effect runs when the component has appeared in the browser. Call the action in it, in a transition, and put its answer into state.",
			"useEffect(() => {\n\tstartTransition(async () => {\n\t\tconst newCount = await countView(postId);\n\t\tstartTransition(() => setCount(newCount));\n\t});\n}, [postId]);",
		],
		docs: "https://react.dev/reference/react/useEffect",
		async run(context) {
			const { page, expect } = context;
			const before = await rows(context, "view", bridge.id);
			await page.goto(bridge.path);
			await expect
				.poll(
					() => rows(context, "view", bridge.id),
					"A post was opened in the browser, and no view of it was stored.",
				)
				.toBeGreaterThan(before);
			await expect
				.poll(
					async () => Number(/(\d+) views/.exec(await page.text())?.[1]),
					"The view was stored, and the page does not show the number of views with this one in it.",
				)
				.toBeGreaterThan(before);
		},
	},
	{
		id: "not-without-a-reader",
		title: "A page that is only fetched is not a view",
		points: ["C3"],
		requires: ["opening-counts"],
		hints: [
			"Who else asks for a page, besides readers?",
			"Rendering is not reading: robots, previews and prefetching render pages nobody sees. And rendering should change nothing. An effect runs in a browser only.",
			'"use client";\n// …\nuseEffect(() => { … }, [postId]);',
		],
		docs: "https://react.dev/learn/keeping-components-pure",
		async run(context) {
			const { http, expect } = context;
			const before = await rows(context, "view", wall.id);
			expect(await http.get(wall.path), "The post answered with an error.").toHaveStatus(200);
			expect(
				await rows(context, "view", wall.id),
				"The page was fetched, as a robot does: nobody has it open. A view was counted all the same, while the page was rendered.",
			).toBe(before);
		},
	},
	{
		id: "counted-once",
		title: "One visit is one view",
		points: ["C3"],
		requires: ["opening-counts"],
		hints: [
			"Open a post once and look at the rows. Then press Say thanks a few times.",
			"In development React takes every new component away once and puts it back, so that effects which cannot bear it show. And an effect without a list of dependencies runs after each render. Remember in a ref which post was counted; or let the action count each visitor once.",
			"const countedPost = useRef<number>(undefined);\n// … first thing in the effect\nif (countedPost.current === postId) return;\ncountedPost.current = postId;",
		],
		docs: "https://react.dev/reference/react/StrictMode",
		async run(context) {
			const { page, expect } = context;
			const before = await rows(context, "view", bridge.id);
			await page.goto(bridge.path);
			await sayThanks(context, bridge.id);
			await sayThanks(context, bridge.id);
			await sayThanks(context, bridge.id);
			expect(
				await rows(context, "view", bridge.id),
				"A post was opened once, and its Say thanks was pressed three times. That is one view. Does your effect count every time it runs, or every time the page is rendered?",
			).toBe(before + 1);
		},
	},
	{
		id: "next-post-counts",
		title: "The next post is counted as well",
		points: ["C3"],
		requires: ["opening-counts"],
		hints: [
			"Go from one post to the other by the link.",
			"Between pages the document stays, and with it every variable of a file. Remember which post was counted, not that one was.",
			"if (countedPost.current === postId) return;\ncountedPost.current = postId;",
		],
		docs: "https://nextjs.org/docs/app/getting-started/linking-and-navigating",
		async run(context) {
			const { page, expect } = context;
			await page.goto(bridge.path);
			await sayThanks(context, bridge.id);
			const before = await rows(context, "view", wall.id);
			await page.getByRole("link", { name: "The other post" }).click();
			await expect(
				page.getByRole("heading", { name: wall.title }),
				"The other post is not shown.",
			).toBeVisible({
				timeoutMs: 20_000,
			});
			await sayThanks(context, wall.id);
			expect(
				await rows(context, "view", wall.id),
				"The reader went on to the other post, without a new document, and that view was not counted.",
			).toBeGreaterThan(before);
		},
	},
]);
