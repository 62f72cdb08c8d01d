import type { CheckContext, CookieJar, HttpForm } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

const text = "The stairs are painted on Monday.";

/** Milliseconds. The first error page of a development server is compiled on demand, which may take its time. */
const PATIENCE = 30_000;

/** A visitor who has signed in: the cookies a browser would have. */
async function signIn({ http }: CheckContext, name: string): Promise<CookieJar> {
	const jar = http.newJar();
	const button = `Sign in as ${name}`;
	await (await http.get("/", { jar })).form(button).submit({}, { jar, button });
	return jar;
}

/** The form with this button, as staff get it. */
async function formOfStaff(context: CheckContext, button: string): Promise<HttpForm> {
	const jar = await signIn(context, "Ada");
	const page = await context.http.get("/staff", { jar });
	context
		.expect(page, "The page /staff answered staff with an error. The server log says why.")
		.toHaveStatus(200);
	return page.form(button);
}

/** Ada, who is staff, on the page /staff of the preview. */
async function openAsStaff({ page, expect }: CheckContext): Promise<void> {
	await page.goto("/");
	await page.getByRole("button", { name: "Sign in as Ada" }).click();
	await expect(page, "Ada signed in, and the page does not say that she is Ada.").toContainText(
		"You are Ada",
	);
	await page.goto("/staff");
}

async function texts({ db }: CheckContext): Promise<unknown[]> {
	return (await db.table("message")).map((row) => row.text);
}

export default defineChecks([
	{
		id: "staff-can-pin",
		title: "Staff can pin up a notice",
		points: ["F4"],
		hints: [
			"Sign in as Ada and pin something up.",
			"A guard has to let the right people in. Which role does Ada have in `lib/session.ts`?",
			'if (visitor?.role !== "staff") throw new Error("Only staff may do this.");',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const form = await formOfStaff(context, "Pin it up");
			const jar = await signIn(context, "Ada");
			await form.submit({ text }, { button: "Pin it up", jar, timeoutMs: PATIENCE });
			context
				.expect(
					await texts(context),
					"Ada, who is staff, sent the form, and the notice was not pinned up. Whom does the action let in?",
				)
				.toContain(text);

			const { page, db, expect } = context;
			await db.reset();
			await openAsStaff(context);
			await page.getByLabel("Notice").fill(text);
			await page.getByRole("button", { name: "Pin it up" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: text }),
				"Ada pinned up a notice, and the list on the open page does not show it. Revalidate in the action, after the write.",
			).toBeVisible();
		},
	},
	{
		id: "staff-can-take-down",
		title: "Staff can take one down",
		points: ["F4"],
		hints: [
			"Sign in as Ada and take something down.",
			"A guard has to let the right people in. Which role does Ada have in `lib/session.ts`?",
			'if (visitor?.role !== "staff") throw new Error("Only staff may do this.");',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const form = await formOfStaff(context, "Take down: Please do not");
			await form.submit({}, { jar: await signIn(context, "Ada"), timeoutMs: PATIENCE });
			context
				.expect(
					await texts(context),
					"Ada, who is staff, sent the form, and the notice was not taken down. Whom does the action let in?",
				)
				.toEqual(["The lift is repaired on Thursday."]);

			const { page, db, expect } = context;
			await db.reset();
			await openAsStaff(context);
			await page.getByRole("button", { name: "Take down: Please do not" }).click();
			await expect(
				page.getByRole("listitem").filter({ hasText: "Please do not feed the pigeons." }),
				"Ada took down a notice, and the list on the open page still shows it. Revalidate in the action, after the write.",
			).toHaveCount(0);
		},
	},
	{
		id: "strangers-cannot-pin",
		title: "A request without a session pins up nothing",
		points: ["F1", "F4"],
		requires: ["staff-can-pin"],
		hints: [
			"Who can send a request to your server?",
			"What the page shows or hides has no bearing on the action: it is called by a request of its own. Ask in the action who sent it, and ask before the write.",
			'const visitor = await currentVisitor();\nif (visitor?.role !== "staff") throw new Error("Only staff may do this.");',
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const { expect } = context;
			const before = await texts(context);
			const form = await formOfStaff(context, "Pin it up");
			await form.submit({ text }, { button: "Pin it up", jar: null, timeoutMs: PATIENCE });
			expect(
				await texts(context),
				"Somebody who is not signed in sent the request of the form by hand, and pinned up a notice. The action has to ask, each time, who is calling.",
			).toEqual(before);
		},
	},
	{
		id: "members-cannot-pin",
		title: "A member who is not staff pins up nothing",
		points: ["F4"],
		requires: ["staff-can-pin"],
		hints: [
			"Grace may sign in. May she do everything?",
			"Who somebody is (authentication) and what they may do (authorisation) are two questions. Ask both.",
			'if (visitor?.role !== "staff") throw new Error("Only staff may do this.");',
		],
		docs: "https://nextjs.org/docs/app/guides/authentication",
		async run(context) {
			const before = await texts(context);
			const form = await formOfStaff(context, "Pin it up");
			const jar = await signIn(context, "Grace");
			await form.submit({ text }, { button: "Pin it up", jar, timeoutMs: PATIENCE });
			context
				.expect(
					await texts(context),
					"Grace, who is a member and not staff, sent the request of the form by hand, and pinned up a notice. Being signed in is not the same as being allowed to.",
				)
				.toEqual(before);
		},
	},
	{
		id: "others-cannot-take-down",
		title: "Nor does anybody but staff take one down",
		points: ["F1", "F4"],
		requires: ["staff-can-take-down"],
		hints: [
			"How many doors does `app/staff/actions.ts` have?",
			"Each exported action is an endpoint of its own, and each has to ask. A small function that both call makes it hard to forget.",
			"export async function takeDown(id: number) {\n\tawait requireStaff();\n\t// …\n}",
		],
		docs: "https://nextjs.org/docs/app/guides/data-security",
		async run(context) {
			const before = await texts(context);
			const form = await formOfStaff(context, "Take down: Please do not");
			for (const [who, jar] of [
				["Somebody who is not signed in", null],
				["Grace, who is not staff,", await signIn(context, "Grace")],
			] as const) {
				await form.submit({}, { jar, timeoutMs: PATIENCE });
				context
					.expect(
						await texts(context),
						`${who} sent the request of the form by hand, and took down a notice. Every action has to ask who is calling.`,
					)
					.toEqual(before);
			}
		},
	},
]);
