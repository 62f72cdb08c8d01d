import type { CheckContext } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const createdAt = "2026-03-03T09:15:00.000Z";

/** Who has what: "Dracula: Ada". */
async function loans({ db }: CheckContext): Promise<string[]> {
	const books = await db.table("post");
	const rows = await db.table("like");
	return rows.map(({ postId, by }) => `${books.find(({ id }) => id === postId)?.title}: ${by}`).sort();
}

const swapped = ["Dracula: Ada", "Emma: you"];

/** Presses "Swap for Emma" and waits until the page has said something about it. */
async function swap({ page, expect }: CheckContext): Promise<void> {
	await page.getByRole("button", { name: "Swap for Emma" }).click();
	await expect(
		page.getByRole("status"),
		"“Swap for Emma” was pressed, and the page says neither “Done.” nor why not.",
	).toHaveText(/\S/, { timeoutMs: 10_000 });
}

export default defineChecks([
	{
		id: "swap-works",
		title: "A book is swapped for another",
		points: ["B8"],
		hints: [
			"Swapping is giving back and borrowing. Both exist. Which of them has to come first?",
			"In an action, another action is a function: call it, wait for it, look at what it returns.",
			"export async function swap(oldId: number, wantedId: number) {\n\tawait giveBack(oldId);\n\treturn borrow(wantedId);\n}",
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, expect, fail } = context;
			await page.goto("/");
			await swap(context);
			const [said = ""] = await page.getByRole("status").textContents();
			const after = await loans(context);
			if (JSON.stringify(after) === JSON.stringify(swapped)) {
				expect(after, "Emma is yours, Moby-Dick is back.").toEqual(swapped);
				await expect(
					page.getByRole("button", { name: "Give back Emma" }),
					"The swap is stored, but the open page does not show Emma as yours.",
				).toBeVisible();
				await page.getByRole("button", { name: "Give back Emma" }).click();
				await expect(
					page.getByRole("button", { name: "Borrow Moby-Dick" }),
					"After the swap Emma was given back, and the open page does not offer a book to borrow. Revalidate in giveBack, after the write.",
				).toBeVisible();
				await page.getByRole("button", { name: "Borrow Moby-Dick" }).click();
				await expect(
					page.getByRole("button", { name: "Give back Moby-Dick" }),
					"Then Moby-Dick was borrowed, and the open page does not show it as yours. Revalidate in borrow, after the write.",
				).toBeVisible();
				return;
			}
			return fail(`Moby-Dick was to be swapped for Emma, which was on the shelf. The page said: “${said}”`, {
				expected: swapped.join(", "),
				observed: after.join(", "),
			});
		},
	},
	{
		id: "no-half-swap",
		title: "A swap that is refused leaves everything as it was",
		points: ["B8"],
		requires: ["swap-works"],
		hints: [
			"Emma is on the shelf when you look, and gone when you press. What do you have then?",
			"borrow says whether it worked. The action that calls it gets the answer at once, and can make good what it has done.",
			"const lent = await borrow(wantedId);\nif (lent.error) await borrow(oldId);\nreturn lent;",
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, db, expect } = context;
			await page.goto("/");
			const { like = [], ...others } = await db.read();
			await db.replace({ ...others, like: [...like, { id: 3, createdAt, postId: 2, by: "Grace" }] });
			await swap(context);
			await expect(
				page.getByRole("status"),
				"Grace had taken Emma while the page was open, so the swap could not be made, and the page does not say so. Return the answer that says “Somebody was faster.”",
			).toContainText("Somebody was faster");
			expect(
				await loans(context),
				"Grace had taken Emma while the page was open. After the swap you should still have Moby-Dick; you have neither.",
			).toEqual(["Dracula: Ada", "Emma: Grace", "Moby-Dick: you"]);
		},
	},
	{
		id: "one-book-each",
		title: "Nobody gets a second book",
		points: ["B8"],
		requires: ["swap-works"],
		hints: [
			"Two tabs show the library. You borrow a book in one, and then another in the other.",
			"That borrow refuses a second book is not in the way of a swap: what has to happen first, so that the wanted book is the only one?",
			'// app/actions.ts, as it was\nif (loans.some((loan) => loan.by === "you")) return { error: "You have a book already." };',
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, db, expect } = context;
			const { like = [], ...others } = await db.read();
			await db.replace({ ...others, like: [] });
			await page.goto("/");
			await db.replace({ ...others, like });
			await page.getByRole("button", { name: "Borrow Emma" }).click();
			await expect(
				page.getByRole("status"),
				"You had taken Moby-Dick in another tab when “Borrow Emma” was pressed, and the page does not say why you cannot have both.",
			).toContainText("You have a book already");
			expect(
				await loans(context),
				"You had taken Moby-Dick in another tab when “Borrow Emma” was pressed. Emma was to stay on the shelf.",
			).toEqual(["Dracula: Ada", "Moby-Dick: you"]);
		},
	},
	{
		id: "one-request",
		title: "A swap is one request",
		points: ["B8"],
		requires: ["swap-works"],
		hints: [
			"Swap a book and count the calls in the inspector.",
			"What has to be done together is one action. Inside it no request is needed to reach another action.",
			"// app/desk.tsx\nrun(() => swap(mine.id, book.id))",
		],
		docs: "https://react.dev/reference/rsc/use-server",
		async run(context) {
			const { page, exchanges, expect } = context;
			await page.goto("/");
			await swap(context);
			await page.goto("/?left");
			await exchanges.waitFor("the next page", ({ url }) => url === "/?left");
			const requests = exchanges.all().filter(({ method }) => method !== "GET");
			const calls = exchanges.actions();
			expect(
				calls.map(({ method, url }) => `${method} ${url}`),
				"“Swap for Emma” called actions several times. Between two requests anything can happen: a tunnel, an empty battery, another reader. Make it one action.",
			).toHaveLength(1);
			expect(
				requests.filter((one) => !calls.includes(one)).map(({ method, url }) => `${method} ${url}`),
				"While the action ran, the app asked itself over HTTP. On the server, call the function.",
			).toEqual([]);
		},
	},
	{
		id: "drop-box",
		title: "The drop box takes a book back",
		points: ["B8"],
		hints: [
			"What the drop box needs done, an action does already.",
			"An action is a function that other code on the server can import, a Route Handler, for instance.",
			'// app/drop-box/route.ts\nimport { giveBack } from "../actions";\n// …\nconst { error } = await giveBack(book);',
		],
		docs: "https://nextjs.org/docs/app/api-reference/file-conventions/route",
		async run(context) {
			const { http, expect } = context;
			const answer = await http.post("/drop-box?book=3", { timeoutMs: 30_000 });
			expect(
				answer,
				`A book fell into the drop box: POST /drop-box?book=3 was answered with status ${answer.status}.`,
			).toHaveStatus(200);
			expect(
				await loans(context),
				"Dracula fell into the drop box (POST /drop-box?book=3), and is still lent to Ada, or another book was taken back.",
			).toEqual(["Moby-Dick: you"]);
			const { status } = await http.post("/drop-box?book=2", { timeoutMs: 30_000 });
			expect(
				status >= 400 && status < 500,
				`Emma fell into the drop box (POST /drop-box?book=2), which was not lent, and the answer has status ${status}. When giveBack refuses, answer with a status that says so, such as 409.`,
			).toBe(true);
		},
	},
]);
