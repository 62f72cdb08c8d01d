import type { Page } from "@playwright/test";
import { expect, FIRST, LessonPage } from "./helpers/lesson";
import { Instructor, test } from "./helpers/room";

const SECOND = "convention/one-file-of-actions";

/** Types the code as it was read off a projector, gives a name, and keeps the code private. */
async function join(page: Page, { room }: Instructor, name: string): Promise<void> {
	await page.goto("/join");
	const field = page.getByLabel("Code");
	await field.click();
	await field.fill(` ${room.code.slice(0, 3).toLowerCase()}-${room.code.slice(3)} `);
	await page.getByRole("button", { name: "Join" }).click();
	await expect(page.getByText("What the instructor sees")).toBeVisible();
	await page.getByLabel("Your name in the room").click();
	await page.getByLabel("Your name in the room").fill(name);
	await page.getByRole("button", { name: "Join" }).click();
	await page.getByRole("button", { name: "Keep it private" }).click();
}

const bar = (page: Page) => page.getByRole("region", { name: "Workshop room" });
const sent = (page: Page) =>
	expect(bar(page).getByRole("button", { name: "Sent", exact: true })).toBeVisible();

test("what is done without a connection, and while the server is down, arrives once", async ({
	page,
	context,
	playground,
}) => {
	const instructor = await Instructor.of(playground.url, [FIRST, SECOND]);
	const lesson = new LessonPage(page);
	await join(page, instructor, "Ada");
	await expect(page).toHaveURL(new RegExp(FIRST));
	await lesson.previewShows("heading");
	await lesson.runChecks();
	await sent(page);
	const runs = async () =>
		Object.values((await instructor.row())?.lessons[FIRST]?.checks ?? {}).map((check) => check.runs);
	await expect.poll(runs).toEqual([1, 1, 1, 1, 1]);

	await context.setOffline(true);
	await expect(bar(page).getByRole("button", { name: "Offline" })).toBeVisible();
	await page.getByRole("button", { name: "Show a hint" }).click();
	await bar(page).getByRole("button", { name: "Wander" }).click();
	await expect(bar(page).getByRole("button", { name: /Saved here \(\d\)/ })).toBeVisible();
	await context.setOffline(false);
	await sent(page);
	await expect.poll(async () => (await instructor.row())?.following).toBe(false);

	await playground.stop();
	await page.getByRole("button", { name: "Explain the concept" }).click();
	await bar(page).getByRole("button", { name: "Get help" }).click();
	await page.getByRole("button", { name: "Call for help" }).click();
	await expect(bar(page).getByRole("button", { name: /Saved here \(\d\)/ })).toBeVisible();
	await playground.startAgain();
	await sent(page);
	await expect.poll(async () => Object.values((await instructor.view()).help)).toHaveLength(1);
	await expect(bar(page).getByRole("button", { name: "You are next" })).toBeVisible();
	const hints = Object.values((await instructor.row())?.lessons[FIRST]?.checks ?? {}).map(({ hint }) => hint);
	expect(hints.filter((hint) => hint !== undefined)).toEqual([2]);
	expect(await runs()).toEqual([1, 1, 1, 1, 1]);
	expect(Object.keys((await instructor.view()).learners)).toHaveLength(1);
});

test("a learner goes along, waits at a gate, votes, and finds the question in the review", async ({
	page,
	playground,
}) => {
	const instructor = await Instructor.of(playground.url, [FIRST, SECOND]);
	await instructor.command({ type: "gate", lesson: SECOND, open: false });
	await join(page, instructor, "Grace");
	await sent(page);

	await instructor.command({ type: "lead", place: { lesson: SECOND } });
	await expect(page).toHaveURL(new RegExp(SECOND));
	await expect(page.getByRole("alertdialog", { name: /is not open yet/ })).toBeVisible();
	await instructor.command({ type: "gate", lesson: SECOND, open: true });
	await expect(page.getByRole("alertdialog")).toHaveCount(0);
	await expect.poll(async () => (await instructor.row())?.lesson).toBe(SECOND);

	await instructor.command({ type: "announce", text: "Lunch <b>at noon</b>" });
	await expect(page.getByText("Lunch <b>at noon</b>").first()).toBeVisible();

	const question = { question: `${FIRST}#submitted-before-javascript`, of: "choice", size: 4 } as const;
	const poll = await instructor.command({ type: "poll-open", ...question, twoVotes: false });
	await page.getByRole("button", { name: "Answer" }).click();
	const dialog = page.getByRole("dialog", { name: "A question to the room" });
	await dialog.getByRole("radio").first().check();
	await dialog.getByRole("button", { name: "Vote" }).click();
	await expect.poll(async () => (await instructor.view()).poll?.voters.first).toBe(1);

	await page.reload();
	await page.getByRole("button", { name: "Change it" }).click();
	await expect(dialog.getByRole("radio").first()).toBeChecked();
	await instructor.command({ type: "poll-close", poll });
	await expect(dialog.getByText("This is your vote.")).toBeVisible();
	await expect(dialog.getByText("%")).toHaveCount(0);
	await instructor.command({ type: "poll-reveal", poll });
	await expect(dialog.getByText("100 %")).toBeVisible();
	await page.keyboard.press("Escape");

	await bar(page)
		.getByRole("button", { name: /Forms on a Saturday/ })
		.click();
	await page.getByRole("button", { name: "Leave the room" }).click();
	await page.getByRole("button", { name: "Leave", exact: true }).click();
	await expect(bar(page)).toHaveCount(0);
});

test("where something on the way holds the stream up, the page asks for what is new", async ({
	person,
	playground,
}) => {
	const instructor = await Instructor.of(playground.url, [FIRST, SECOND]);
	const page = await person();
	await page.route("**/stream", () => undefined);
	await join(page, instructor, "Ida");
	await sent(page);
	await instructor.command({ type: "announce", text: "The projector is back" });
	await expect(page.getByText("The projector is back").first()).toBeVisible();
	await expect(bar(page).getByRole("button", { name: "Offline" })).toHaveCount(0);
});
