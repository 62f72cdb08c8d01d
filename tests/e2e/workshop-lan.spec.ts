import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probeIsolation } from "../../lib/sandbox/machines/local/server/isolation-probe";
import { lanAddresses } from "../../lib/util/own-names";
import { type Product, startProduct } from "../../scripts/product";
import { ROOT } from "../../scripts/root";
import {
	EDIT_TIMEOUT,
	expect,
	FIRST,
	firstSolution,
	LessonPage,
	test as lessonTest,
	typeInto,
} from "./helpers/lesson";
import { Instructor } from "./helpers/room";

const [address] = lanAddresses();

/** The instructor's playground, open to the network; the one of `baseURL` is a learner's own. */
const test = lessonTest.extend<object, { host: Product & { there: string } }>({
	host: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed off the pattern
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), "workshop-"));
			const product = await startProduct({
				lan: true,
				env: { PLAYGROUND_LAN_MACHINES: "1", PLAYGROUND_WORKSHOP_DATA: join(folder, "store") },
			});
			await use({ ...product, there: product.url.replace("localhost", address ?? "") });
			await product.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: "worker" },
	],
});

test.skip(address === undefined, "This computer is in no network.");

test("in the network, a learner's app runs at the host's place for it, and another learner is told there is none", async ({
	page,
	browser,
	host,
}) => {
	const instructor = await Instructor.of(host.url, [FIRST]);
	await instructor.command({ type: "solution-release", lesson: FIRST, released: true });
	await page.goto(`${host.there}/join/${instructor.room.code}`);
	await expect(
		page.getByText("On the instructor’s computer, which has room for 1 app at a time."),
	).toBeVisible();
	await typeInto(page.getByLabel("Your name in the room"), "Ada");
	await page.getByRole("button", { name: "Join" }).click();
	await page.getByRole("button", { name: "Keep it private" }).click();
	const lesson = new LessonPage(page);
	await lesson.previewShows("heading");
	await expect(page.getByRole("button", { name: /Sandbox: The instructor’s computer/ })).toBeVisible();

	// Without being told so: where this computer can isolate apps of others, it does.
	if ("system" in probeIsolation(ROOT))
		expect((await readdir(tmpdir())).filter((name) => name.startsWith("playground-m-"))).not.toEqual([]);

	// The clipboard is for secure pages only: the solution by its button.
	await page.getByRole("button", { name: "Solution" }).click();
	await page.getByRole("button", { name: "Apply all" }).click();
	await expect(async () => {
		await typeInto(lesson.app.getByLabel("Name"), "Ada");
		await typeInto(lesson.app.getByLabel("Message"), "From another computer");
		await lesson.app.getByRole("button", { name: "Sign" }).click();
		await expect(lesson.app.getByText("From another computer")).toBeVisible({ timeout: 5_000 });
	}).toPass({ timeout: EDIT_TIMEOUT });

	const second = await (await browser.newContext()).newPage();
	await second.goto(`${host.there}/lessons/${FIRST}`);
	await expect(second.getByText("All 1 places", { exact: false })).toBeVisible({ timeout: EDIT_TIMEOUT });
	await second.context().close();
});

test("a room elsewhere is joined from one's own playground, where the app runs", async ({
	page,
	lesson,
	host,
}) => {
	const instructor = await Instructor.of(host.url, [FIRST]);
	await page.goto("/join");
	await typeInto(page.getByLabel("Code"), `${host.there}/join/${instructor.room.code}`);
	await page.getByRole("button", { name: "Join" }).click();
	await expect(page.getByText("The room is elsewhere, your code stays here")).toBeVisible();
	await typeInto(page.getByLabel("Your name in the room"), "Ben");
	await page.getByRole("button", { name: "Join" }).click();
	await page.getByRole("button", { name: "Share my code" }).click();
	await lesson.previewShows("heading");
	await lesson.setText(await firstSolution());
	await lesson.runChecks();
	await expect
		.poll(async () =>
			Object.values((await instructor.row())?.lessons[FIRST]?.checks ?? {}).map(({ verdict }) => verdict),
		)
		.toEqual(expect.arrayContaining(["pass", "pass", "pass", "pass", "pass"]));
	expect(await instructor.row()).toMatchObject({ name: "Ben" });
	await instructor.command({ type: "announce", text: "Well done, all." });
	await expect(page.getByText("Well done, all.", { exact: true })).toBeVisible();
	await page.reload();
	await expect(page.getByRole("button", { name: "Forms on a Saturday" })).toBeVisible();
});
