import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { EDIT_TIMEOUT, expect, type LessonPage, test, typeInto, VALIDATE } from "./helpers/lesson";

const ACTIONS = `"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { revalidatePath, updateTag } from "next/cache";
import { db } from "@/lib/db";

export async function join(form: FormData) {
	const name = String(form.get("name"));
	if (name.length < 3) return { errors: { name: ["Too short"] } };
	const email = (await cookies()).get("session")?.value ?? "nobody";
	await db.user.create({ data: { name, email, bio: "" } });
	revalidatePath("/");
	return { ok: true };
}
export async function greet(name: string) { return { greeting: "Hello " + name }; }
export async function fails() { throw new Error("The database is on fire"); }
export async function goes() { redirect("/?from=action"); }
export async function signsIn(who: string) { (await cookies()).set("session", who, { httpOnly: true }); }
export async function byTag() { updateTag("members"); }
export async function waits(name: string) { await new Promise((resolve) => setTimeout(resolve, 1500)); return name; }
`;

const FORM = `"use client";
import * as actions from "./actions";

export function ProfileForm() {
	const buttons = {
		Greet: () => actions.greet("Ada"),
		Fail: () => actions.fails().catch(() => {}),
		Go: () => actions.goes(),
		"Sign in": () => actions.signsIn(location.port),
		Tag: () => actions.byTag(),
		Wait: () => actions.waits("one"),
	};
	return (
		<form action={async (form) => { await actions.join(form); }}>
			<h2>Inspected</h2>
			<label>Name <input name="name" /></label>
			<button>Join</button>
			{Object.entries(buttons).map(([name, call]) => (
				<button key={name} type="button" onClick={() => void call()}>{name}</button>
			))}
		</form>
	);
}
`;

/** The panel, as a learner handles it. */
class InspectorPage {
	readonly panel: Locator;
	readonly details: Locator;

	constructor(readonly page: Page) {
		this.panel = page.getByRole("tabpanel", { name: "Inspector" });
		this.details = this.panel.getByRole("article", { name: "Exchange" });
	}

	/** The newest calls, first one first. */
	get lines(): Locator {
		return this.panel.getByRole("listitem");
	}

	section(name: string): Locator {
		return this.details.getByRole("region", { name });
	}

	async open(line: string | RegExp): Promise<void> {
		await this.lines.filter({ hasText: line }).first().getByRole("button").click();
		await expect(this.details).toBeVisible();
	}

	async back(): Promise<void> {
		await this.details.getByRole("button", { name: "All exchanges" }).click();
	}

	/** Opens the newest such line, looks at its sections, and goes back. */
	async shows(line: string | RegExp, sections: Record<string, string | RegExp>): Promise<void> {
		await this.open(line);
		for (const [name, text] of Object.entries(sections)) {
			await expect(this.section(name)).toContainText(text);
		}
		await this.back();
	}
}

async function openInspected(lesson: LessonPage, page: Page): Promise<InspectorPage> {
	await lesson.open(VALIDATE);
	await lesson.setText(ACTIONS);
	await page.getByRole("tab", { name: /^profile-form\.tsx/ }).click();
	await lesson.setText(FORM);
	await expect(lesson.app.getByRole("heading", { name: "Inspected" })).toBeVisible({ timeout: EDIT_TIMEOUT });
	await page.getByRole("tab", { name: "Inspector" }).click();
	return new InspectorPage(page);
}

const press = (lesson: LessonPage, name: string) =>
	lesson.app.getByRole("button", { name, exact: true }).click();

/** Sends a call from the app's own page, as a script there would. */
function callFromPage(page: Page, action: string | null, body: string, abortAfterMs: number | null = null) {
	const frame = page.frames().find((one) => one.url().startsWith("http://localhost:") && one.parentFrame());
	return frame!.evaluate(
		async ([id, text, ms]) => {
			const headers = { "Next-Action": id as string, "Content-Type": "text/plain;charset=UTF-8" };
			const signal = ms === null ? undefined : AbortSignal.timeout(ms as number);
			await fetch("/", { method: "POST", headers, body: text as string, signal }).catch(() => {});
		},
		[action ?? "0".repeat(42), body, abortAfterMs] as const,
	);
}

async function idShown(inspector: InspectorPage, line: string): Promise<string> {
	await inspector.open(line);
	const text = (await inspector.section("Action").innerText()).match(/\b[0-9a-f]{42}\b/)?.[0];
	await inspector.back();
	return text!;
}

test("shows what each call did: every outcome", async ({ lesson, page }) => {
	const inspector = await openInspected(lesson, page);

	await press(lesson, "Greet");
	await expect(inspector.lines.first()).toContainText('greet("Ada")');
	await inspector.shows("greet(", {
		Outcome: /Returned.*Hello Ada.*Nothing was revalidated/s,
		Action: /greet.*app\/actions\.ts/s,
		Arguments: "Ada",
		Data: "No row was changed",
		"Server log meanwhile": "greet",
	});

	await typeInto(lesson.app.getByLabel("Name"), "Al");
	await press(lesson, "Join");
	await expect(inspector.lines.first()).toContainText("Returned errors");
	await inspector.shows("join(", { Outcome: "Too short", Arguments: /name:\s*“Al”/ });

	await typeInto(lesson.app.getByLabel("Name"), "Grace");
	await press(lesson, "Join");
	await expect(inspector.lines.first()).toContainText("revalidated");
	await inspector.shows("join(", { Outcome: "Revalidated.", Data: /user \d+ added.*name:\s*"Grace"/s });

	await press(lesson, "Tag");
	await expect(inspector.lines.first()).toContainText("byTag()");
	await inspector.shows("byTag(", { Outcome: "Revalidated." });

	await press(lesson, "Fail");
	await expect(inspector.lines.first()).toContainText("Threw an error");
	await inspector.shows("fails(", { Outcome: /On the server.*The database is on fire.*Digest\s*\d+/s });

	await press(lesson, "Sign in");
	await expect(inspector.lines.first()).toContainText("set a cookie");
	await inspector.shows("signsIn(", { Answer: /session=\d+; Path=\/; HttpOnly/ });

	await press(lesson, "Go");
	await expect(inspector.lines.first()).toContainText("Redirected to /?from=action");

	await callFromPage(page, null, "[]");
	await expect(inspector.lines.first()).toContainText("Unknown action");

	const id = await idShown(inspector, "greet(");
	await callFromPage(page, id, JSON.stringify(["x".repeat(1_200_000)]));
	await expect(inspector.lines.first()).toContainText("Refused: body too large");
	await inspector.shows("too large", { Arguments: "not decoded", Outcome: "1 MB" });

	await press(lesson, "Wait");
	await expect(inspector.lines.first()).toContainText('waits("one")');
	const waits = await idShown(inspector, "waits(");
	await callFromPage(page, waits, '["gone"]', 300);
	await expect(inspector.lines.first()).toContainText("Aborted");

	await Promise.all([callFromPage(page, waits, '["first"]'), callFromPage(page, waits, '["second"]')]);
	await expect(inspector.lines.filter({ hasText: 'waits("second")' })).toBeVisible();
	await inspector.open('waits("second")');
	await expect(inspector.section("Server log meanwhile")).toContainText(/other request.* under way/);
});

test("a call is sent again: tampered with, from elsewhere, as GET", async ({ lesson, page }) => {
	const inspector = await openInspected(lesson, page);
	await typeInto(lesson.app.getByLabel("Name"), "Grace");
	await press(lesson, "Join");
	await expect(inspector.lines.first()).toContainText("revalidated");

	const again = async (change: (form: Locator) => Promise<unknown>) => {
		await inspector.lines.filter({ hasText: "Grace" }).first().getByRole("button").click();
		await inspector.details.getByRole("button", { name: "Send again…" }).click();
		const form = inspector.details.getByRole("form", { name: "Send again" });
		await change(form);
		await form.getByRole("button", { name: "Send", exact: true }).click();
		await expect(form).toBeHidden();
	};
	await again((form) => form.getByLabel(/^(_1_)?name$/).fill("Mallory"));
	await expect(inspector.section("Data")).toContainText(/name:\s*"Mallory"/);
	await expect(inspector.details).toContainText("Sent again (edited)");
	await inspector.back();

	await again((form) => form.getByLabel("Origin").selectOption("foreign"));
	await expect(inspector.section("Outcome")).toContainText("https://evil.example");
	await expect(inspector.section("Data")).toContainText("No row was changed");
	await inspector.back();

	await again((form) => form.getByLabel("Method").selectOption("GET"));
	await expect(inspector.details).toContainText("only POST calls one");
	await inspector.back();

	await inspector.open(/foreign Origin/);
	await inspector.details.getByRole("button", { name: "Copy as curl" }).click();
	const curl = await page.evaluate(() => navigator.clipboard.readText());
	expect(curl).toMatch(/^curl -i -X POST 'http:\/\/localhost:\d+\/'/);
	expect(curl).toContain("Origin: https://evil.example");
	await inspector.back();

	const download = page.waitForEvent("download");
	await inspector.panel.getByRole("button", { name: "Export as HAR" }).click();
	const har = JSON.parse(
		await (await (await download).createReadStream()).toArray().then((all) => all.join("")),
	);
	expect(har.log.entries.length).toBeGreaterThanOrEqual(4);
	expect(JSON.stringify(har)).not.toContain("x-sandbox");
});

test("axe finds nothing in the inspector, light and dark", async ({ lesson, page }) => {
	const inspector = await openInspected(lesson, page);
	for (const name of ["Greet", "Fail", "Sign in"]) {
		await press(lesson, name);
		await expect(inspector.lines.first()).toContainText(/greet|fails|signsIn/);
	}
	await typeInto(lesson.app.getByLabel("Name"), "Grace");
	await press(lesson, "Join");
	await expect(inspector.lines.first()).toContainText("revalidated");
	const violations = async () => {
		const result = await new AxeBuilder({ page }).include('section[aria-label="Checks and logs"]').analyze();
		return result.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
	};
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		expect(await violations()).toEqual([]);
		await inspector.panel.getByRole("button", { name: "Show as a table" }).click();
		expect(await violations()).toEqual([]);
		await inspector.panel.getByRole("button", { name: "Show as a timeline" }).click();
		for (const line of ["Grace", "fails("]) {
			await inspector.open(line);
			await inspector.details.getByRole("button", { name: "Send again…" }).click();
			expect(await violations()).toEqual([]);
			await inspector.back();
		}
	}
});

test("evidence of a check opens its exchange", async ({ lesson, page }) => {
	await lesson.open(VALIDATE);
	await lesson.runChecks();
	const link = lesson.checks.getByRole("button", { name: /Open in the inspector/ }).first();
	const summary = (await link.innerText()).replace(/^.*?: /s, "");
	await link.click();
	const inspector = new InspectorPage(page);
	await expect(inspector.details).toBeVisible();
	await expect(inspector.details).toContainText("Check");
	expect(summary).toMatch(/→ \d{3}/);
	await expect(inspector.section("Answer")).toContainText(summary.match(/→ (\d{3})/)?.[1] ?? "no status");
});

test("two browsers with cookies of their own, and a slow network", async ({ lesson, page }) => {
	const inspector = await openInspected(lesson, page);
	await page.getByRole("button", { name: "Second browser", exact: true }).click();
	const second = page.frameLocator('iframe[title="Second browser"]');
	await expect(second.getByRole("heading", { name: "Inspected" })).toBeVisible({ timeout: EDIT_TIMEOUT });
	const hydrated = () =>
		second.getByRole("button", { name: "Join" }).evaluate((button) => Object.keys(button).join());
	await expect.poll(hydrated).toContain("__react");

	await press(lesson, "Sign in");
	await expect(inspector.lines.first()).toContainText("set a cookie");
	await second.getByRole("button", { name: "Sign in" }).click();
	await expect(inspector.lines.first()).toContainText("Second browser");

	// Each joins as who they signed in as: the port of their page.
	const joinAs = async (app: typeof second, name: string) => {
		await typeInto(app.getByLabel("Name"), name);
		await app.getByRole("button", { name: "Join" }).click();
		await expect(inspector.lines.first()).toContainText(name);
		await inspector.open(name);
		const email = (await inspector.section("Data").innerText()).match(/email:\s*"(\d+)"/)?.[1];
		await inspector.back();
		return email;
	};
	const first = await joinAs(lesson.app as typeof second, "Grace");
	const other = await joinAs(second, "Heidi");
	expect(first).toMatch(/^\d+$/);
	expect(other).toMatch(/^\d+$/);
	expect(other).not.toBe(first);

	await page.getByRole("button", { name: "Second browser", exact: true }).click();
	await page.getByRole("button", { name: "Slow network" }).click();
	await expect(page.getByRole("button", { name: "Slow network" })).toHaveAttribute("aria-pressed", "true");
	const begin = Date.now();
	await press(lesson, "Greet");
	await expect(inspector.lines.first()).toContainText("greet(");
	expect(Date.now() - begin).toBeGreaterThan(1_900);
});
