import type { Page } from "@playwright/test";
import { randomId } from "../../lib/util/random-id";
import { authorization, hubPaths } from "../../lib/workshop/contract";
import { expect } from "./helpers/lesson";
import { test } from "./helpers/room";

const TITLE = "<script>window.hacked = 1</script>";
const NAME = '<img src=x onerror="window.hacked=1">';
const NEWS = '<svg onload="window.hacked=1"><b>News</b>';

/** Whether anything that people wrote became more than text. */
const elementsMade = (page: Page) =>
	page.evaluate(
		() =>
			document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length +
			[...document.scripts].filter(({ text }) => text === "window.hacked = 1").length +
			("hacked" in window ? 1 : 0),
	);

test("what people write is shown as text to everybody in the room", async ({ person, playground }) => {
	const instructor = await person();
	const learner = await person();
	await instructor.goto("/workshop");
	await instructor.getByLabel("Title", { exact: true }).fill(TITLE);
	await instructor.getByRole("checkbox", { name: "Your first Server Action" }).check();
	await instructor.getByRole("button", { name: "Create the room" }).click();
	await expect(instructor.getByRole("heading", { name: "The room is open" })).toBeVisible({
		timeout: 60_000,
	});
	const shown = await instructor.getByRole("definition").locator("code").allTextContents();
	const [code = "", key = ""] = shown.map((text) => text.replaceAll(" ", ""));
	await instructor.getByRole("button", { name: "Go into the room" }).click();

	await learner.goto(`/join/${code}`);
	await expect(learner.getByText(TITLE).first()).toBeVisible();
	const name = learner.getByLabel("Your name in the room").first();
	await name.click();
	await name.fill(NAME);
	await learner.getByRole("button", { name: "Join" }).click();
	await learner.getByRole("button", { name: "Keep it private" }).click();
	const answer = await fetch(`${playground.url}${hubPaths.commands(code)}`, {
		method: "POST",
		headers: { "content-type": "application/json", ...authorization(key) },
		body: JSON.stringify({ id: randomId(), command: { type: "announce", text: NEWS } }),
	});
	expect(answer.ok).toBe(true);

	const projector = await instructor.context().newPage();
	await projector.goto(`/workshop/${code}/projector`);
	await expect(learner.getByText(NEWS).first()).toBeVisible();
	await expect(projector.getByText(NEWS).first()).toBeVisible();
	await expect(instructor.getByText(NAME).first()).toBeVisible();
	for (const page of [instructor, learner, projector]) expect(await elementsMade(page)).toBe(0);
});
