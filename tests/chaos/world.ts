import { execFile, spawnSync } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from "@playwright/test";
import { CHROMIUM_ARGS } from "@/scripts/chromium-args";
import { findChromium } from "@/scripts/find-chromium";
import { anyFreePort } from "@/scripts/next";
import { type Product, startProduct } from "@/scripts/product";
import { ROOT } from "@/scripts/root";
import { pageWith } from "./apps";
import { keptEdits, keptEvents } from "./kept";
import { processesOf, type SandboxProcesses } from "./processes";
import { until } from "./until";

export const LESSON = "convention/your-first-action";
export const PAGE = "app/page.tsx";
/** Of {@link machinePlaces}; apart from the folder of a playground that a person may be using. */
const SANDBOXES = ".sandboxes/chaos";
const SOLUTION = "lessons/01-convention/01-your-first-action/solution/app/page.tsx";
/** Room for six sandboxes and what Next.js compiles in them. */
const DISK = "2g";
const run = promisify(execFile);

/** Where something is typed: in the present page, into the page of the lesson, unless said otherwise. */
interface Place {
	page?: Page;
	file?: string;
	lesson?: string;
}

declare global {
	interface Window {
		/** What the sandbox's light has said, in order, without repetitions. */
		sandboxSaid?: string[];
		/** Milliseconds by which this page's clock is wrong. */
		clockOffset?: number;
	}
}

/** A built playground, a browser on one of its lessons, and what was typed there. */
export class World {
	readonly folder = join(ROOT, SANDBOXES);
	/** Ids of machines that have been seen. */
	readonly machines = new Set<string>();
	/** Lesson → path → the text that was typed last. */
	readonly typed = new Map<string, Map<string, string>>();
	/** Whether the sandboxes have a disk of their own, that can be filled. */
	smallDisk = false;
	#product: Product | null = null;
	#page: Page | null = null;
	#count = 0;

	private constructor(
		readonly browser: Browser,
		readonly context: BrowserContext,
		readonly port: number,
		/** Milliseconds from the end of a cause until an edit must be seen in the preview again. */
		readonly usableMs: number,
	) {}

	/** @param patience how many times as long as ten seconds the playground may take to be usable again */
	static async open(patience: number): Promise<World> {
		const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS });
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			permissions: ["clipboard-read", "clipboard-write"],
		});
		// What runs these scripts names their functions by a helper of its own, which pages do not have.
		await context.addInitScript({ content: "globalThis.__name ??= (named) => named;" });
		await context.addInitScript(listenToTheLight);
		await context.addInitScript(makeClockMovable);
		const world = new World(browser, context, await anyFreePort(), patience * 10_000);
		try {
			// One that was ended by force has left its disk behind.
			while (await mounted(world.folder)) await run("umount", ["-l", world.folder]);
			await mkdir(world.folder, { recursive: true });
			world.smallDisk = await run("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "tmpfs", world.folder]).then(
				() => true,
				() => false,
			);
			// This process may be ended in the middle.
			process.once("exit", () => world.smallDisk && spawnSync("umount", ["-l", world.folder]));
			await world.startProduct();
			await world.openPage();
			return world;
		} catch (error) {
			await world.close();
			throw error;
		}
	}

	get url(): string {
		return `http://localhost:${this.port}`;
	}

	get product(): Product {
		if (!this.#product) throw new Error("The playground does not run.");
		return this.#product;
	}

	get page(): Page {
		if (!this.#page) throw new Error("No page is open.");
		return this.#page;
	}

	get app(): FrameLocator {
		return appOf(this.page);
	}

	async startProduct(): Promise<void> {
		const env = { PLAYGROUND_MAX_MACHINES: "6", PLAYGROUND_SANDBOXES: SANDBOXES };
		this.#product = await startProduct({ port: this.port, env });
	}

	/** Ends the playground's server without giving it time for anything. */
	killProduct(): void {
		process.kill(this.product.pid, "SIGKILL");
		this.#product = null;
	}

	/** A new page on the lesson takes the place of the present one. */
	async openPage(lesson = LESSON): Promise<void> {
		const page = await this.context.newPage();
		await this.#page?.close().catch(() => {});
		this.#page = page;
		await this.go(lesson);
	}

	async go(lesson: string): Promise<void> {
		await this.page.goto(`${this.url}/lessons/${lesson}`);
		await editorOf(this.page).waitFor({ state: "attached", timeout: 60_000 });
	}

	/** A heading that has not been used yet. */
	nextHeading(): string {
		this.#count += 1;
		return `Heading ${this.#count}`;
	}

	/** Types a plain page with a new heading, and gives the heading. */
	async typeHeading(page = this.page): Promise<string> {
		const heading = this.nextHeading();
		await this.type(pageWith(heading), { page });
		return heading;
	}

	/** Replaces the text of the file that is open in the editor, in one paste, and remembers it. */
	async type(text: string, { page = this.page, file = PAGE, lesson = LESSON }: Place = {}): Promise<void> {
		const files = this.typed.get(lesson) ?? new Map<string, string>();
		await page.bringToFront();
		await editorOf(page).focus();
		await page.evaluate((value) => navigator.clipboard.writeText(value), text);
		await page.keyboard.press("ControlOrMeta+A");
		await page.keyboard.press("ControlOrMeta+V");
		this.typed.set(lesson, files.set(file, text));
	}

	async openFile(name: string): Promise<void> {
		await this.page.getByRole("tab", { name }).first().click({ timeout: 10_000 });
	}

	/** Resolves once the preview shows the heading; with the milliseconds it took. */
	async shows(heading: string, ms: number, page = this.page): Promise<number> {
		const started = performance.now();
		await appOf(page).getByRole("heading", { name: heading, exact: true }).waitFor({ timeout: ms });
		return performance.now() - started;
	}

	/** Presses the only button of the app. */
	async act(): Promise<void> {
		await this.app.getByRole("button", { name: "Do it" }).click({ timeout: 10_000 });
	}

	/** The id of the page's machine. */
	async machine(): Promise<string> {
		return until("the page has a sandbox", 20_000, async () => {
			return this.page.evaluate(() => sessionStorage.getItem("server-actions-playground.machine"));
		});
	}

	/** The page's sandbox, once Next.js answers in it. */
	async sandbox(): Promise<SandboxProcesses & { agent: number; server: number }> {
		const id = await this.machine();
		return until("the sandbox's processes run", 20_000, () => {
			const { agent, server, ...rest } = processesOf(id);
			return agent === null || server === null ? null : { agent, server, ...rest };
		});
	}

	async said(): Promise<string[]> {
		return this.page.evaluate(() => window.sandboxSaid ?? []);
	}

	async forgetSaid(): Promise<void> {
		await this.page.evaluate(() => {
			window.sandboxSaid = [];
		});
	}

	/** Resolves once the light has said such words since {@link forgetSaid}. */
	async untilSaid(words: RegExp, ms: number): Promise<void> {
		await until(`the sandbox says ${words}`, ms, async () =>
			(await this.said()).some((each) => words.test(each)),
		);
	}

	/** How many bytes of what was typed are not what the browser keeps now. */
	async bytesLost(): Promise<number> {
		let lost = 0;
		for (const [lesson, files] of this.typed) {
			const kept = await keptEdits(this.page, lesson);
			for (const [file, text] of files) if (kept?.[file] !== text) lost += Buffer.byteLength(text);
		}
		return lost;
	}

	/** The first lesson's solution passes its checks: progress that must not get lost. */
	async makeProgress(): Promise<void> {
		const solution = await readFile(join(ROOT, SOLUTION), "utf8");
		await this.type(solution);
		await this.page.getByRole("button", { name: "Run all checks" }).click();
		await this.page.getByText("5/5 passed").waitFor({ timeout: 120_000 });
		await until("the progress is kept", 10_000, async () => (await keptEvents(this.page)).length > 0);
	}

	/** After something that was not survived: a new page, and a new server where there is none. */
	async startOver(): Promise<void> {
		if (!this.#product) await this.startProduct();
		await this.context.setOffline(false);
		await this.openPage();
		// What was lost was counted once.
		this.typed.clear();
		await this.shows(await this.typeHeading(), 90_000);
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.#product?.stop();
		// Lazily: what was ended by force may be a moment in going.
		if (this.smallDisk) await run("umount", ["-l", this.folder]).catch(() => {});
		this.smallDisk = false;
		await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}

function mounted(folder: string): Promise<boolean> {
	return run("mountpoint", ["-q", folder]).then(
		() => true,
		() => false,
	);
}

export function appOf(page: Page): FrameLocator {
	return page.frameLocator('iframe[title="Preview of your app"]');
}

export function editorOf(page: Page) {
	return page.getByRole("textbox", { name: /Control M lets Tab leave the editor/ });
}

/** Runs in the page: notes what the light says, however short. */
function listenToTheLight(): void {
	window.sandboxSaid = [];
	const look = () => {
		const light = [...document.querySelectorAll("button")].find(({ textContent }) =>
			textContent?.startsWith("Sandbox: "),
		);
		const words = light?.textContent?.slice("Sandbox: ".length).replace(/[\d.]+ (s|min.*)$/, "");
		const said = window.sandboxSaid ?? [];
		if (words !== undefined && said.at(-1) !== words) said.push(words);
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

function makeClockMovable(): void {
	const now = Date.now.bind(Date);
	Date.now = () => now() + (window.clockOffset ?? 0);
}
