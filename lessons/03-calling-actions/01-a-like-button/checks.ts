import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const bread = { id: 1, title: "Bread without kneading" };
const soup = { id: 2, title: "Soup from what is left" };

function likeButton({ page }: CheckContext, post: typeof bread) {
	return page.getByRole("button", { name: `Like ${post.title}` });
}

async function likesOf({ db }: CheckContext, post: typeof bread): Promise<number> {
	return (await db.table("like")).filter((row) => row.postId === post.id).length;
}

/** Other people like the bread while the page is open. */
async function othersLike({ db }: CheckContext, count: number): Promise<void> {
	const data = await db.read();
	const likes = data.like ?? [];
	const more = Array.from({ length: count }, (_, index) => ({
		id: likes.length + 1 + index,
		createdAt: "2026-03-04T12:00:00.000Z",
		postId: bread.id,
		by: "Somebody else",
	}));
	await db.replace({ ...data, like: [...likes, ...more] });
}

export default defineChecks([
	{
		id: "click-stores-one-like",
		title: "A click stores one like of that post",
		points: ["C1", "B4"],
		hints: [
			"What does the button do when it is clicked?",
			"A Server Action that a Client Component has imported is called like any other async function, for instance in an event handler. `onClick` wants a function, not the result of calling one.",
			"onClick={async () => {\n\tawait like(postId);\n}}",
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			const before = { bread: await likesOf(context, bread), soup: await likesOf(context, soup) };
			await page.goto("/");
			await likeButton(context, soup).click();
			await expect
				.poll(
					() => likesOf(context, soup),
					"The like button was clicked once, and the table like should have exactly one more row with that post's id as postId. Does onClick call the action, with the id?",
				)
				.toBe(before.soup + 1);
			expect(await likesOf(context, bread), "A like of one post was stored for the other one.").toBe(
				before.bread,
			);
		},
	},
	{
		id: "shows-the-answer",
		title: "The button shows the number that the server counted",
		points: ["C1"],
		requires: ["click-stores-one-like"],
		hints: [
			"Two people have the page open. Both click. Which number should each of them see?",
			"Only the server knows the number. Let the action count after it has stored, and return the count; await gives it to your handler, and state shows it.",
			"// in the action\nreturn db.like.count({ where: { postId } });\n// in the button\nconst [count, setCount] = useState(likes);\n// …\nonClick={async () => {\n\tsetCount(await like(postId));\n}}",
		],
		docs: "https://nextjs.org/docs/app/getting-started/mutating-data",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await expect(
				likeButton(context, bread),
				"Before anybody clicks, the button should show how many likes the post has.",
			).toContainText(String(await likesOf(context, bread)));
			await othersLike(context, 3);
			const expected = (await likesOf(context, bread)) + 1;
			await likeButton(context, bread).click();
			await expect(
				likeButton(context, bread),
				"While the page was open, three other people liked the post; then you did. The button does not show what the server counted after your like. Return the count from the action, await it, and show that.",
			).toHaveText(new RegExp(`(^|\\D)${expected}$`));
			await expect(
				likeButton(context, soup),
				"The number at the other post has changed, too, though nobody liked it.",
			).toContainText(String(await likesOf(context, soup)));
		},
	},
	{
		id: "keeps-the-document",
		title: "The page is not loaded again",
		points: ["C1", "B4"],
		requires: ["shows-the-answer"],
		hints: [
			"Scroll down, click, and see where you are.",
			"The answer of the action has all you need. Put it into state; there is nothing to reload.",
			"onClick={async () => {\n\tsetCount(await like(postId));\n}}",
		],
		docs: "https://react.dev/reference/react/useState",
		async run(context) {
			const { page, expect } = context;
			await page.goto("/");
			await page.markDocument();
			const expected = (await likesOf(context, bread)) + 1;
			await likeButton(context, bread).click();
			await expect(likeButton(context, bread), "The new number is not shown on the button.").toHaveText(
				new RegExp(`(^|\\D)${expected}$`),
			);
			expect(
				await page.isSameDocument(),
				"To show the number, the browser loaded a new document. The action's answer has the number already.",
			).toBe(true);
		},
	},
]);
