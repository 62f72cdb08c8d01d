import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EDIT_TIMEOUT, expect, FIRST, firstSolution, firstStarter, LessonPage } from "./helpers/lesson";
import { test } from "./helpers/room";

const SECOND = "convention/one-file-of-actions";
/** From the moment the hub has taken something until it stands on the board. */
const BOARD_MS = 1_000;

async function fill(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true }).first();
	await field.click();
	await field.fill(text);
}

async function join(page: Page, code: string, name: string, consent = "Keep it private"): Promise<void> {
	await page.goto(`/join/${code}`);
	await expect(page.getByText("What the instructor sees")).toBeVisible();
	await fill(page, "Your name in the room", name);
	await page.getByRole("button", { name: "Join" }).click();
	await page.getByRole("button", { name: consent }).click();
}

const place = (page: Page, name: RegExp | string) =>
	page.getByRole("navigation", { name: "Places" }).getByRole("button", { name }).click();
const row = (page: Page, name: string) =>
	page.getByRole("row").filter({ has: page.getByRole("button", { name: new RegExp(`^${name}`) }) });

async function violations(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

test("a session: an instructor, a helper and three learners, from the first code to the results", async ({
	person,
	playground,
}) => {
	test.setTimeout(420_000);
	const instructor = await person();
	const helper = await person();
	const ada = await person({ sandbox: true });
	const ben = await person();
	const cleo = await person();
	const projector = await instructor.context().newPage();
	const lesson = new LessonPage(ada);
	let code = "";
	let helperCode = "";

	await test.step("a room is made", async () => {
		await instructor.goto("/");
		await instructor.getByRole("link", { name: "Teach a room" }).click();
		await fill(instructor, "Title", "Forms on a Saturday");
		await instructor.getByRole("button", { name: "Create the room" }).click();
		await expect(instructor.getByText("Choose at least one lesson.")).toBeVisible();
		await instructor.getByRole("checkbox", { name: "Your first Server Action" }).check();
		await instructor.getByRole("button", { name: "Add the whole part" }).first().click();
		await instructor.getByRole("button", { name: "Create the room" }).click();
		// The store is opened for the first room.
		await expect(instructor.getByRole("heading", { name: "The room is open" })).toBeVisible({
			timeout: 60_000,
		});
		const shown = await instructor.getByRole("definition").locator("code").allTextContents();
		const [roomCode = "", key = "", forHelpers = ""] = shown.map((text) => text.replaceAll(" ", ""));
		expect([roomCode.length, forHelpers.length]).toEqual([6, 8]);
		expect(key.length).toBeGreaterThanOrEqual(32);
		code = roomCode;
		helperCode = forHelpers;
		await instructor.getByRole("button", { name: "Go into the room" }).click();
		await expect(instructor.getByText("Nobody is here yet.", { exact: false })).toBeVisible();
		await projector.goto(`/workshop/${code}/projector`);
		await expect(projector.getByText([...code].join(" "))).toBeVisible();
		await expect(projector.getByRole("img", { name: /QR code/ })).toBeVisible();
	});

	await test.step("three learners and a helper come in", async () => {
		// A name that a spreadsheet would run.
		await join(ada, code.toLowerCase(), "=Ada", "Share my code");
		await join(ben, code, "Ben");
		await join(cleo, code, "Cleo");
		for (const name of ["=Ada", "Ben", "Cleo"]) await expect(row(instructor, name)).toBeVisible();
		await expect(projector.getByText("3 here")).toBeVisible();
		await expect(projector.getByText("Ada")).toHaveCount(0);
		await helper.goto(`/workshop/${code}/help`);
		await fill(helper, "Helpers’ code", helperCode);
		await fill(helper, "Your name", "Hal");
		await helper.getByRole("button", { name: "Help", exact: true }).click();
		await expect(helper.getByText("Nobody waits for help.", { exact: false })).toBeVisible();
	});

	await test.step("what a learner does stands on the board within a second", async () => {
		await expect(ada).toHaveURL(new RegExp(FIRST));
		await lesson.previewShows("heading");
		await lesson.setText((await firstStarter()).replace("Guestbook</h1>", "Read by others</h1>"));
		await lesson.previewShows("heading", "Read by others");
		const taken = ada.waitForResponse((response) => {
			const body = response.request().postData() ?? "";
			return response.url().endsWith("/events") && /"check-run".*"fail"/.test(body);
		});
		await lesson.runChecks();
		await taken;
		await expect(row(instructor, "=Ada")).toContainText("Failed, 1 run", { timeout: BOARD_MS });
	});

	const details = instructor.getByRole("dialog", { name: "=Ada" });
	await test.step("the code is read with consent, as a diff with the failing evidence", async () => {
		await row(instructor, "Ben").getByRole("button").click();
		await expect(instructor.getByText(/Ben has not agreed/)).toBeVisible();
		await instructor.keyboard.press("Escape");
		await row(instructor, "=Ada").getByRole("button").click();
		await expect(details.getByText("Read by others", { exact: false }).first()).toBeVisible({
			timeout: EDIT_TIMEOUT,
		});
		await expect(details.getByText("Observed").first()).toBeVisible();
		await expect(ada.getByRole("button", { name: "Instructor is reading" })).toBeVisible();
	});

	await test.step("a call for help is claimed, and closes by itself when the check passes", async () => {
		await ada.getByRole("button", { name: "Get help" }).click();
		await fill(ada, "A word about it (optional)", "Nothing <i>happens</i>");
		await ada.getByRole("button", { name: "Call for help" }).click();
		await expect(ada.getByRole("button", { name: "You are next" })).toBeVisible();
		await instructor.keyboard.press("Escape");
		await expect(row(instructor, "=Ada")).toContainText("asks for help");
		await expect(instructor.getByRole("row").nth(1)).toContainText("=Ada");
		const call = helper.getByRole("listitem", { name: "=Ada" });
		await expect(call).toContainText("Nothing <i>happens</i>");
		await call.getByRole("button", { name: "Help =Ada" }).click();
		await expect(ada.getByRole("button", { name: "Hal is coming" })).toBeVisible();
		await place(instructor, /^Help/);
		await expect(instructor.getByText("Hal helps")).toBeVisible();
		await lesson.setText(await firstSolution());
		await lesson.runChecks();
		await expect(row(instructor, "=Ada")).toContainText("Passed, 2 runs");
		await expect(ada.getByRole("button", { name: "Get help" })).toBeVisible();
		await expect(call).toHaveCount(0);
		await expect(instructor.getByText("Nobody waits for help.", { exact: false }).first()).toBeVisible();
	});

	await test.step("consent is taken back", async () => {
		await row(instructor, "=Ada").getByRole("button").click();
		await ada.getByRole("button", { name: "Instructor is reading" }).click();
		await ada.getByRole("button", { name: "Stop sharing my code" }).click();
		await expect(details.getByText(/=Ada has not agreed/)).toBeVisible();
		await expect(details.getByText("Read by others", { exact: false })).toHaveCount(0);
		await instructor.keyboard.press("Escape");
	});

	await test.step("the room is led: who follows goes along, who wanders stays", async () => {
		await place(instructor, "Lead");
		await fill(instructor, "Announcement", "Break <b>until</b> ten");
		await instructor.getByRole("button", { name: "Announce" }).click();
		for (const page of [projector, ben, cleo])
			await expect(page.getByText("Break <b>until</b> ten").first()).toBeVisible();
		await instructor.getByRole("button", { name: "5 min", exact: true }).click();
		await expect(projector.getByRole("timer")).toContainText(/^[45]:\d\d$/);
		await cleo.getByRole("button", { name: "Wander" }).click();
		await instructor.getByRole("button", { name: /^Lead here: .*One file/i }).click();
		await expect(ben).toHaveURL(new RegExp(SECOND));
		await expect(projector.getByText("Step 2 of", { exact: false })).toBeVisible();
		await expect(instructor.getByRole("combobox", { name: "Show" })).toHaveValue(SECOND);
		await expect(cleo.getByText("The room is at")).toBeVisible();
		await expect(cleo).toHaveURL(new RegExp(FIRST));
	});

	await test.step("the solution is held until it is released", async () => {
		const solution = cleo.getByRole("button", { name: "Solution", exact: true });
		await solution.click();
		await expect(
			cleo.getByText("The instructor has not released this solution yet.", { exact: false }).first(),
		).toBeVisible();
		await instructor.getByRole("button", { name: "Release the solution: Your first Server Action" }).click();
		await expect(cleo.getByText("The solution of this lesson is released.").first()).toBeVisible();
		await cleo.getByRole("button", { name: "Show it" }).click();
		await expect(cleo.getByRole("textbox", { name: /, solution$/ })).toBeAttached();
	});

	await test.step("a poll with two votes: hidden until revealed, closed for good", async () => {
		await place(instructor, "Poll");
		await instructor.getByLabel("Questions on").selectOption(FIRST);
		await instructor.getByRole("radio").first().check();
		await instructor.getByLabel("Vote twice").check();
		await instructor.getByRole("button", { name: "Open the vote" }).click();
		const question = ben.getByRole("dialog", { name: /A question to the room/ });
		const vote = async () => {
			await ben.getByRole("button", { name: "Answer" }).click();
			await question.getByRole("radio").first().check();
			await question.getByRole("button", { name: "Vote" }).click();
			await expect(instructor.getByText("1 of 3 voted")).toBeVisible();
		};
		await vote();
		await instructor.getByRole("button", { name: "Close the vote" }).click();
		await expect(projector.getByText("Talk to your neighbour", { exact: false })).toBeVisible();
		await expect(projector.getByText("%")).toHaveCount(0);
		await ben.reload();
		await ben.getByRole("button", { name: "The question" }).click();
		await expect(question.getByText("This is your vote.")).toBeVisible();
		await expect(question.getByRole("radio").first()).toBeChecked();
		await expect(question.getByRole("radio").first()).toBeDisabled();
		await expect(question.getByText("%")).toHaveCount(0);
		await ben.keyboard.press("Escape");
		await instructor.getByRole("button", { name: "Open the second vote" }).click();
		await expect(instructor.getByText("0 of 3 voted")).toBeVisible();
		await vote();
		await instructor.getByRole("button", { name: "Reveal the results" }).click();
		await expect(projector.getByText("100 %").first()).toBeVisible();
		await ben.getByRole("button", { name: "See the results" }).click();
		await expect(question.getByText("100 %").first()).toBeVisible();
		await instructor.reload();
		await place(instructor, "Poll");
		await instructor.getByRole("button", { name: "Take it off the screens" }).click();
		await expect(projector.getByText("Step 2 of", { exact: false })).toBeVisible();
	});

	await test.step("a locked room takes nobody new; who came late lands where it is", async () => {
		const late = await person();
		await join(late, code, "Dora");
		await expect(late).toHaveURL(new RegExp(SECOND));
		await place(instructor, "Room");
		await instructor.getByRole("button", { name: "Lock the room" }).click();
		await expect(instructor.getByText("Locked", { exact: true })).toBeVisible();
		const tooLate = await person();
		await tooLate.goto(`/join/${code}`);
		await expect(tooLate.getByText(/locked/i).first()).toBeVisible();
		expect(await violations(instructor)).toEqual([]);
		expect(await violations(helper)).toEqual([]);
	});

	await test.step("the results are taken home, and the session ends", async () => {
		const results = async (withNames: boolean) => {
			await instructor.getByLabel("With names").setChecked(withNames);
			const download = instructor.waitForEvent("download");
			await instructor.getByRole("button", { name: "Download: CSV" }).click();
			return readFile(await (await download).path(), "utf8");
		};
		const named = await results(true);
		expect(named).toContain("=Ada");
		expect(named).not.toMatch(/(^|,)"?=Ada/m);
		expect(await results(false)).not.toContain("Ada");
		await instructor.getByRole("button", { name: "End the session" }).click();
		await instructor.getByRole("alertdialog").getByRole("button", { name: "End the session" }).click();
		await expect(projector.getByText("Thank you for coming")).toBeVisible();
		await expect(cleo.getByText("The session is over.", { exact: false }).first()).toBeVisible();
		await instructor.getByRole("button", { name: "Delete the room" }).click();
		await instructor.getByRole("button", { name: "Delete everything" }).click();
		await expect(instructor).toHaveURL(/\/workshop$/);
		expect((await fetch(`${playground.url}/api/rooms/${code}`)).status).toBe(404);
	});
});
