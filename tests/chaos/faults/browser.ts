import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { DATABASE, STORE } from "@/lib/workspace/storage";
import type { Fault } from "../fault";
import { keptEdits, keptWorkspaces, readKept, writeKept } from "../kept";
import { until } from "../until";
import { editorOf, LESSON, PAGE, type World } from "../world";

/** Where nothing is typed, so that what is kept there may be spoilt. */
const OTHER = "after-the-mutation/revalidate-a-path";
const SWITCHES = 50;

/** What happens in the learner's browser. */
export const browserFaults: Fault[] = [
	{
		id: "offline",
		what: "the browser is offline for 3 s while somebody types",
		async run(world) {
			await world.context.setOffline(true);
			try {
				await world.typeHeading();
				await delay(3_000);
			} finally {
				await world.context.setOffline(false);
			}
		},
	},
	{
		id: "clock-ahead",
		what: "the clock jumps two hours ahead",
		run: (world) => moveClock(world, 7_200_000),
	},
	{
		id: "clock-back",
		what: "the clock jumps three hours back",
		run: (world) => moveClock(world, -10_800_000),
	},
	{
		id: "reload-at-once",
		what: "the page is reloaded in the very moment after a key",
		async run(world) {
			const heading = await world.typeHeading();
			// In one go with the key: what is slower than the page's own work would give it time to save.
			await world.page.evaluate(
				(text) =>
					new Promise<void>((resolve) => {
						const look = () => {
							const lines = document.querySelector(".view-lines")?.textContent ?? "";
							if (!lines.replaceAll("\u00a0", " ").includes(text)) return requestAnimationFrame(look);
							location.reload();
							resolve();
						};
						look();
					}),
				heading,
			);
			await editorOf(world.page).waitFor({ state: "attached", timeout: 60_000 });
			await world.shows(heading, 20_000);
		},
	},
	{
		id: "tab-crash",
		what: "the tab crashes 250 ms after the last key",
		async run(world) {
			await world.typeHeading();
			await delay(250);
			const crashed = world.page.waitForEvent("crash");
			world.page.goto("chrome://crash").catch(() => {});
			await crashed;
			await world.openPage();
		},
	},
	{
		id: "two-tabs",
		what: "two tabs with one lesson, typed into in turn",
		async run(world) {
			const second = await world.context.newPage();
			try {
				await second.goto(`${world.url}/lessons/${LESSON}`);
				await editorOf(second).waitFor({ state: "attached", timeout: 60_000 });
				for (let turn = 0; turn < 3; turn++) {
					for (const page of [second, world.page]) {
						const heading = await world.typeHeading(page);
						for (const each of [second, world.page]) await editorShows(each, heading, world.usableMs);
					}
				}
			} finally {
				await second.close();
				await world.page.bringToFront();
			}
		},
	},
	{
		id: "fifty-switches",
		what: `${SWITCHES} switches between two lessons in 10 s`,
		async run(world) {
			await world.page.getByRole("link", { name: /^Next/ }).first().click();
			await world.page.waitForURL((url) => !url.pathname.endsWith(LESSON));
			for (let n = 1; n < SWITCHES; n++) {
				await world.page.evaluate((back) => (back ? history.back() : history.forward()), n % 2 === 1);
				await delay(10_000 / SWITCHES);
			}
			await world.page.waitForURL((url) => url.pathname.endsWith(LESSON));
		},
	},
	{
		id: "corrupted-record",
		what: "what the browser keeps of a lesson is damaged",
		async run(world) {
			const damaged = { schema: 1, lesson: OTHER, edits: "gone wrong", precious: world.nextHeading() };
			await writeKept(world.page, OTHER, damaged);
			await world.go(OTHER);
			await world.page.getByText("could not be read").first().waitFor({ timeout: world.usableMs });
			const aside = (await keptWorkspaces(world.page)).filter((key) => key.startsWith(`${OTHER}#`));
			const kept = await Promise.all(
				aside.map((key) => readKept(world.page, { database: DATABASE, store: STORE }, key)),
			);
			if (!kept.some((value) => JSON.stringify(value) === JSON.stringify(damaged)))
				throw new Error("The damaged record was not put aside.");
			await world.go(LESSON);
		},
	},
	{
		id: "lesson-updated",
		what: "the lesson gets another starter under the learner's feet",
		async run(world) {
			const heading = await world.typeHeading();
			await until("it is kept", world.usableMs, async () => (await world.bytesLost()) === 0);
			await world.page.goto(`${world.url}/`);
			const record = await readKept(world.page, { database: DATABASE, store: STORE }, LESSON);
			const older = { ...(record as object), lessonVersion: "older", editedFrom: { [PAGE]: "another text" } };
			await writeKept(world.page, LESSON, older);
			await world.go(LESSON);
			await world.page
				.getByText("This lesson has changed since you began")
				.waitFor({ timeout: world.usableMs });
			await world.page.getByRole("button", { name: "Keep mine" }).click();
			await world.shows(heading, 60_000);
		},
	},
	{
		id: "quota",
		what: "the browser's storage is full, then there is room again",
		long: true,
		async run(world) {
			const devtools = await world.context.newCDPSession(world.page);
			const origin = world.url;
			await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
			try {
				// For up to half a minute Chromium goes by the room that it found when it looked last.
				await until("it says that nothing is saved", 45_000, async () => {
					await world.typeHeading();
					await delay(500);
					return world.page.getByText("Not saved").first().isVisible();
				});
			} finally {
				await devtools.send("Storage.overrideQuotaForOrigin", { origin });
				await devtools.detach();
			}
		},
	},
	{
		id: "disk-full",
		what: "the disk is full where the sandboxes are, then there is room again",
		unfit: async (world) =>
			world.smallDisk ? null : "a small disk of its own (tmpfs) could not be mounted: that takes root",
		async run(world) {
			const filler = join(world.folder, "filler");
			const full = await fill(filler);
			if (!full) throw new Error("The disk was not filled.");
			try {
				await world.typeHeading();
				await world.untilSaid(/Did not start|Stopped/, 20_000);
			} finally {
				await writeFile(filler, "");
			}
			await world.page
				.getByRole("button", { name: /Try again/ })
				.first()
				.click();
		},
	},
];

async function moveClock(world: World, ms: number): Promise<void> {
	await world.page.evaluate((by) => {
		window.clockOffset = (window.clockOffset ?? 0) + by;
	}, ms);
}

function editorShows(page: Page, heading: string, ms: number): Promise<unknown> {
	return until(`the editor shows ${heading}`, ms, async () => {
		const kept = await keptEdits(page, LESSON);
		const lines = await page.locator(".view-lines").first().textContent();
		return kept?.[PAGE]?.includes(heading) && lines?.replaceAll("\u00a0", " ").includes(heading);
	});
}

/** Writes until nothing more fits. */
async function fill(file: string): Promise<boolean> {
	const piece = Buffer.alloc(1_000_000, 0x2e);
	for (let size = piece.length; size > 0; size = Math.floor(size / 10)) {
		for (;;) {
			const written = await writeFile(file, piece.subarray(0, size), { flag: "a" }).then(
				() => true,
				(error: NodeJS.ErrnoException) => {
					if (error.code !== "ENOSPC") throw error;
					return false;
				},
			);
			if (!written) break;
		}
	}
	return true;
}
