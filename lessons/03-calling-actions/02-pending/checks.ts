import type { CheckContext, Locator } from "@/lib/checks";
import { defineChecks } from "@/lib/checks";

/** Tells the mail of the app to hold its letters until `go`. What a check before left behind is called off by it. */
async function holdMail({ db }: CheckContext): Promise<{ go(): Promise<void> }> {
	const word = crypto.randomUUID();
	const say = async (what: "hold" | "go") => {
		const data = await db.read();
		const row = { id: 1, createdAt: "2026-04-02T00:00:00.000Z", owner: "mail", text: `${what} ${word}` };
		await db.replace({ ...data, draft: [row] });
	};
	await say("hold");
	return { go: () => say("go") };
}

async function letters({ db }: CheckContext, name: string, text: "invited" | "reminded") {
	return (await db.table("message")).filter((row) => row.name === name && row.text === text).length;
}

function inviteButton({ page }: CheckContext): Locator {
	return page.locator('form button:not([type="button"])').filter({ hasText: /Invit/ });
}

function remindButton({ page }: CheckContext, name: string): Locator {
	return page.getByRole("listitem").filter({ hasText: name }).getByRole("button");
}

async function mailBegins({ log }: CheckContext, name: string): Promise<void> {
	await log.waitFor(new RegExp(`mail: to ${name} begins`), { timeoutMs: 10_000 });
}

/** Fills in a name and sends the form, the way people do who are not sure whether the first click counted. */
async function invite(context: CheckContext, name: string, how: "click" | "dblclick" = "click") {
	await context.page.getByLabel("Name").fill(name);
	await inviteButton(context)[how]();
}

export default defineChecks([
	{
		id: "form-shows-pending",
		title: "While the invitation is sent, the form's button reads “Inviting…”",
		points: ["C5"],
		hints: [
			"Press Invite in the preview and count to two. What tells you that something is going on?",
			"`useFormStatus`, from `react-dom`, says whether the form is being sent. It asks the form ABOVE it, so it has to be called in a component of its own that stands inside the form.",
			'function InviteButton() {\n\tconst { pending } = useFormStatus();\n\treturn (\n\t\t<button type="submit" disabled={pending}>\n\t\t\t{pending ? "Inviting…" : "Invite"}\n\t\t</button>\n\t);\n}',
		],
		docs: "https://react.dev/reference/react-dom/hooks/useFormStatus",
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/");
			await expect(inviteButton(context), "Before anything is sent, the button reads “Invite”.").toHaveText(
				"Invite",
			);
			await invite(context, "Ulla");
			await mailBegins(context, "Ulla");
			await expect(
				inviteButton(context),
				"The invitation is being sent right now, and the button does not say so. If you call useFormStatus: does the component that calls it stand inside the form, or does it render the form itself?",
			).toHaveText(/Inviting/);
			await mail.go();
			await expect
				.poll(() => letters(context, "Ulla", "invited"), "The invitation was never stored.")
				.toBe(1);
		},
	},
	{
		id: "form-is-ready-again",
		title: "Afterwards it reads “Invite” again, and works",
		points: ["C5"],
		requires: ["form-shows-pending"],
		hints: [
			"Invite one guest, and then another.",
			"A flag that somebody raises by hand, somebody has to lower by hand. The pending of `useFormStatus` and `useActionState` belongs to the action: it ends when the action ends.",
			"const { pending } = useFormStatus();",
		],
		docs: "https://react.dev/reference/react-dom/hooks/useFormStatus",
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await mail.go();
			await page.goto("/");
			for (const name of ["Ulla", "Viktor"]) {
				await invite(context, name);
				await expect
					.poll(() => letters(context, name, "invited"), `The invitation of ${name} was not stored.`)
					.toBe(1);
				await expect(
					inviteButton(context),
					"Afterwards, with the invitation stored, the button should read “Invite” again.",
				).toHaveText("Invite");
				await expect(
					inviteButton(context),
					"Afterwards, with the invitation stored, the button is still disabled.",
				).not.toBeDisabled();
			}
		},
	},
	{
		id: "one-invitation",
		title: "Pressing twice sends one invitation",
		points: ["C5"],
		requires: ["form-is-ready-again"],
		hints: [
			"What can an impatient guest of your page do in two seconds?",
			"Text alone stops nobody. While the action runs, the button should be disabled, or the handler should do nothing.",
			'<button type="submit" disabled={pending}>',
		],
		docs: "https://react.dev/reference/react-dom/hooks/useFormStatus",
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/");
			await invite(context, "Ulla", "dblclick");
			await mailBegins(context, "Ulla");
			await mail.go();
			await expect
				.poll(() => letters(context, "Ulla", "invited"), "The invitation was never stored.")
				.toBeGreaterThan(0);
			// React clears the form when it is done; what is typed before that would be cleared, too.
			await expect(inviteButton(context), "After the invitation the button is not ready again.").toHaveText(
				"Invite",
			);
			// Calls of one page are sent one after the other: once this one is through, none before it is left.
			await invite(context, "Viktor");
			await expect
				.poll(() => letters(context, "Viktor", "invited"), "The next invitation was never stored.")
				.toBeGreaterThan(0);
			expect(
				await letters(context, "Ulla", "invited"),
				"Somebody pressed the button twice, and the same invitation went out twice. Disable the button while the form is being sent.",
			).toBe(1);
		},
	},
	{
		id: "button-shows-pending",
		title: "While a reminder is sent, its button, and only that one, reads “Sending…”",
		points: ["C4"],
		hints: [
			"There is no form around this button. Who knows that the action runs?",
			"`useTransition` gives a flag and a function. Call the action in an async function that you pass to `startTransition`, and await it there: `isPending` is true until that function is done. Each component that calls `useTransition` has a flag of its own.",
			"const [isPending, startTransition] = useTransition();\n\nfunction handleClick() {\n\tstartTransition(async () => {\n\t\tawait remind(name);\n\t});\n}",
		],
		docs: "https://react.dev/reference/react/useTransition",
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/");
			await remindButton(context, "Nadia").click();
			await mailBegins(context, "Nadia");
			await expect(
				remindButton(context, "Nadia"),
				"The reminder is being sent right now, and its button does not say so. Is the action awaited between the moment the flag goes up and the moment it comes down?",
			).toHaveText(/Sending/);
			await expect(
				remindButton(context, "Olek"),
				"Only one reminder is being sent, but the button of the other guest says so, too. Let each button have its own useTransition.",
			).toHaveText("Remind");
			await mail.go();
			await expect
				.poll(() => letters(context, "Nadia", "reminded"), "The reminder was never stored.")
				.toBe(1);
			await expect(
				remindButton(context, "Nadia"),
				"The reminder is sent, and its button still says that it is under way.",
			).toHaveText("Remind");
		},
	},
	{
		id: "one-reminder",
		title: "Pressing twice sends one reminder",
		points: ["C4"],
		requires: ["button-shows-pending"],
		hints: [
			"Click Remind twice, quickly. How many letters does the guest get?",
			"`isPending` is there to disable the button with, as well.",
			'<button type="button" disabled={isPending} onClick={handleClick}>',
		],
		docs: "https://react.dev/reference/react/useTransition",
		async run(context) {
			const { page, expect } = context;
			const mail = await holdMail(context);
			await page.goto("/");
			await remindButton(context, "Nadia").dblclick();
			await mailBegins(context, "Nadia");
			await mail.go();
			await expect
				.poll(() => letters(context, "Nadia", "reminded"), "The reminder was never stored.")
				.toBeGreaterThan(0);
			await remindButton(context, "Olek").click();
			await expect
				.poll(() => letters(context, "Olek", "reminded"), "The reminder of the next guest was never stored.")
				.toBeGreaterThan(0);
			expect(
				await letters(context, "Nadia", "reminded"),
				"Somebody pressed the button twice, and the same reminder went out twice. Disable the button while the action runs.",
			).toBe(1);
		},
	},
]);
