import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EDIT_TIMEOUT, expect, FIRST, firstStarter, LessonPage } from "./helpers/lesson";
import { Instructor, test } from "./helpers/room";

const SECOND = "convention/one-file-of-actions";

async function fill(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true }).first();
	await field.click();
	await field.fill(text);
}

async function join(
	page: Page,
	code: string,
	name: string,
	consent: RegExp = /Keep it private/,
): Promise<void> {
	await page.goto(`/join/${code}`);
	await expect(page.getByText("What the instructor sees")).toBeVisible();
	await fill(page, "Your name in the room", name);
	await page.getByRole("button", { name: "Join" }).click();
	await page.getByRole("button", { name: consent }).click();
}

/** Comes in with the key, as from another computer. */
async function comeIn(page: Page, { room }: Instructor): Promise<void> {
	await page.goto(`/workshop/${room.code}`);
	await fill(page, "Instructor key", room.instructorKey);
	await page.getByRole("button", { name: "Come in" }).click();
	await expect(page.getByRole("button", { name: "Announce" })).toBeVisible();
}

const place = (page: Page, name: RegExp | string) =>
	page.getByRole("navigation", { name: "Places" }).getByRole("button", { name }).click();
const row = (page: Page, name: string) =>
	page.getByRole("row").filter({ has: page.getByRole("button", { name: new RegExp(`^${name}`) }) });

test("an instructor makes a room, three learners come, one calls and a helper goes", async ({ person }) => {
	const instructor = await person();
	await instructor.goto("/");
	await instructor.getByRole("link", { name: "Teach a room" }).click();
	await fill(instructor, "Title", "Forms on a Saturday");
	await instructor.getByRole("button", { name: "Create the room" }).click();
	await expect(instructor.getByText("Choose at least one lesson.")).toBeVisible();
	await instructor.getByRole("checkbox", { name: "Your first Server Action" }).check();
	await instructor.getByRole("button", { name: "Add the whole part" }).first().click();
	await instructor.getByRole("button", { name: "Create the room" }).click();
	await expect(instructor.getByRole("heading", { name: "The room is open" })).toBeVisible();
	const codes = await instructor.getByRole("definition").locator("code").allTextContents();
	const [code = "", key = "", helperCode = ""] = codes.map((text) => text.replaceAll(" ", ""));
	expect([code.length, helperCode.length]).toEqual([6, 8]);
	expect(key.length).toBeGreaterThanOrEqual(32);
	await instructor.getByRole("button", { name: "Go into the room" }).click();
	await expect(instructor.getByText("Nobody is here yet.", { exact: false })).toBeVisible();

	const projector = await instructor.context().newPage();
	await projector.goto(`/workshop/${code}/projector`);
	await expect(projector.getByText([...code].join(" "))).toBeVisible();
	await expect(projector.getByRole("img", { name: /QR code/ })).toBeVisible();

	const learners: Page[] = [];
	for (const name of ["Ada", "Ben", "Cleo"]) {
		const learner = await person();
		learners.push(learner);
		await join(learner, code.toLowerCase(), name);
		await expect(row(instructor, name)).toBeVisible();
	}
	const [, ben] = learners as [Page, Page, Page];
	await expect(projector.getByText("3 here")).toBeVisible();
	await expect(projector.getByText("Ada")).toHaveCount(0);

	await ben.getByRole("button", { name: "Get help" }).click();
	await fill(ben, "A word about it (optional)", "Nothing <i>happens</i>");
	await ben.getByRole("button", { name: "Call for help" }).click();
	await expect(row(instructor, "Ben")).toContainText("asks for help");
	await expect(instructor.getByRole("row").nth(1)).toContainText("Ben");

	const helper = await person();
	await helper.goto(`/workshop/${code}/help`);
	await fill(helper, "Helpers’ code", helperCode);
	await fill(helper, "Your name", "Hal");
	await helper.getByRole("button", { name: "Help", exact: true }).click();
	const call = helper.getByRole("listitem", { name: "Ben" });
	await expect(call).toContainText("Nothing <i>happens</i>");
	await call.getByRole("button", { name: "Help Ben" }).click();
	await expect(ben.getByRole("button", { name: "Hal is coming" })).toBeVisible();
	await place(instructor, /^Help/);
	await expect(instructor.getByText("Hal helps")).toBeVisible();
	await call.getByRole("button", { name: "Close the call of Ben" }).click();
	await expect(ben.getByRole("button", { name: "Get help" })).toBeVisible();
	await expect(
		instructor.getByText("Nobody waits for help. Calls appear here", { exact: false }),
	).toBeVisible();

	await place(instructor, "Room");
	await instructor.getByRole("button", { name: "Lock the room" }).click();
	await expect(instructor.getByText("Locked", { exact: true })).toBeVisible();
	const late = await person();
	await late.goto(`/join/${code}`);
	await expect(late.getByText(/locked/i).first()).toBeVisible();
	for (const page of [instructor, helper]) {
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
	}
});

test("the room is led, asked twice, and its results are taken home", async ({ person, playground }) => {
	const hub = await Instructor.of(playground.url, [FIRST, SECOND]);
	const { code } = hub.room;
	const instructor = await person();
	await comeIn(instructor, hub);
	const projector = await instructor.context().newPage();
	await projector.goto(`/workshop/${code}/projector`);
	const ada = await person();
	await join(ada, code, "=Ada");

	await instructor.getByRole("button", { name: /^Lead here: .*One file/i }).click();
	await expect(ada).toHaveURL(new RegExp(SECOND));
	await expect(projector.getByText("Step 2 of 2", { exact: false })).toBeVisible();
	await expect(instructor.getByRole("combobox", { name: "Show" })).toHaveValue(SECOND);

	await fill(instructor, "Announcement", "Break <b>until</b> ten");
	await instructor.getByRole("button", { name: "Announce" }).click();
	await expect(projector.getByText("Break <b>until</b> ten")).toBeVisible();
	await instructor.getByRole("button", { name: "5 min", exact: true }).click();
	await expect(projector.getByRole("timer")).toContainText(/^[45]:\d\d$/);

	await place(instructor, "Poll");
	await instructor.getByLabel("Questions on").selectOption(FIRST);
	await instructor.getByRole("radio").first().check();
	await instructor.getByLabel("Vote twice").check();
	await instructor.getByRole("button", { name: "Open the vote" }).click();
	const vote = async () => {
		await ada.getByRole("dialog").getByRole("radio").first().check();
		await ada.getByRole("dialog").getByRole("button", { name: "Vote" }).click();
		await expect(instructor.getByText("1 of 1 voted")).toBeVisible();
	};
	await ada.getByRole("button", { name: "Answer" }).click();
	await vote();
	await instructor.getByRole("button", { name: "Close the vote" }).click();
	await expect(projector.getByText("Talk to your neighbour", { exact: false })).toBeVisible();
	await expect(projector.getByText("%")).toHaveCount(0);
	await instructor.getByRole("button", { name: "Open the second vote" }).click();
	await expect(instructor.getByText("0 of 1 voted")).toBeVisible();
	await vote();
	await instructor.getByRole("button", { name: "Reveal the results" }).click();
	await expect(projector.getByText("100 %").first()).toBeVisible();
	await instructor.reload();
	await place(instructor, "Poll");
	await instructor.getByRole("button", { name: "Take it off the screens" }).click();
	await expect(projector.getByText("Step 2 of 2", { exact: false })).toBeVisible();

	await place(instructor, "Room");
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
	await instructor.getByRole("button", { name: "Delete the room" }).click();
	await instructor.getByRole("button", { name: "Delete everything" }).click();
	await expect(instructor).toHaveURL(/\/workshop$/);
	expect((await fetch(`${playground.url}/api/rooms/${code}`)).status).toBe(404);
});

test("code is read live, with consent, and no longer when that is taken back", async ({
	person,
	playground,
}) => {
	const hub = await Instructor.of(playground.url, [FIRST]);
	const instructor = await person();
	await comeIn(instructor, hub);
	const ada = await person({ sandbox: true });
	await join(ada, hub.room.code, "Ada", /Share my code/);
	const lesson = new LessonPage(ada);
	await lesson.previewShows("heading");
	await lesson.setText((await firstStarter()).replace("Guestbook</h1>", "Read by others</h1>"));
	await lesson.runChecks();
	await expect(row(instructor, "Ada")).toContainText("Failed, 1 run");

	await row(instructor, "Ada").getByRole("button").click();
	const details = instructor.getByRole("dialog", { name: "Ada" });
	await expect(details.getByText("Read by others", { exact: false }).first()).toBeVisible({
		timeout: EDIT_TIMEOUT,
	});
	await expect(details.getByText("Observed").first()).toBeVisible();
	await expect(ada.getByRole("button", { name: "Instructor is reading" })).toBeVisible();
	await ada.getByRole("button", { name: "Instructor is reading" }).click();
	await ada.getByRole("button", { name: "Stop sharing my code" }).click();
	await expect(details.getByText(/Ada has not agreed/)).toBeVisible();
	await expect(details.getByText("Read by others", { exact: false })).toHaveCount(0);
	await expect(ada.getByRole("button", { name: "Code private" })).toBeVisible();
});
