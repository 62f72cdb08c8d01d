import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { randomId } from "../../../lib/util/random-id";
import {
	authorization,
	type CreatedRoom,
	type HubMessage,
	hubPaths,
	type InstructorView,
	type RoomCommand,
} from "../../../lib/workshop/contract";
import { type Product, startProduct } from "../../../scripts/product";
import { test as lessonTest } from "./lesson";

interface CatalogueLesson {
	lesson: string;
	title: string;
	minutes: number;
	checks: { id: string; title: string }[];
}

/** A playground with a store of its own, that can be stopped and started again at the same address. */
async function startWorkshopProduct() {
	const folder = await mkdtemp(join(tmpdir(), "workshop-"));
	const env = { PLAYGROUND_MAX_MACHINES: "6", PLAYGROUND_WORKSHOP_DATA: join(folder, "store") };
	let product: Product | null = await startProduct({ env });
	const { url } = product;
	return {
		url,
		async stop() {
			await product?.stop();
			product = null;
		},
		async startAgain() {
			product = await startProduct({ env, port: Number(new URL(url).port) });
		},
		async end() {
			await product?.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** For specs on workshops: their pages are those of a playground of their own, {@link startWorkshopProduct}. */
export const test = lessonTest.extend<
	{ person: (options?: { sandbox?: boolean }) => Promise<Page> },
	{ playground: Awaited<ReturnType<typeof startWorkshopProduct>> }
>({
	playground: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed off the pattern
		async ({}, use) => {
			const playground = await startWorkshopProduct();
			await use(playground);
			await playground.end();
		},
		{ scope: "worker" },
	],
	baseURL: async ({ playground }, use) => use(playground.url),
	/** A page of somebody with a browser of their own. Who only looks and votes needs no Next.js of their own. */
	person: async ({ browser, playground }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async ({ sandbox = false } = {}) => {
			const context = await browser.newContext({
				baseURL: playground.url,
				permissions: ["clipboard-read", "clipboard-write"],
				viewport: { width: 1440, height: 900 },
			});
			contexts.push(context);
			if (!sandbox) await context.route("**/api/machines/**", (route) => route.abort());
			return context.newPage();
		});
		await Promise.all(contexts.map((context) => context.close()));
	},
});

/** An instructor who works over HTTP. */
export class Instructor {
	private constructor(
		readonly url: string,
		readonly room: CreatedRoom,
	) {}

	/** Makes a room with these lessons. */
	static async of(url: string, lessons: string[], title = "Forms on a Saturday"): Promise<Instructor> {
		const parts: { lessons: CatalogueLesson[] }[] = await (await fetch(`${url}/api/lessons`)).json();
		const all = parts.flatMap((part) => part.lessons);
		const agenda = lessons.map((slug) => all.find(({ lesson }) => lesson === slug));
		const answer = await post(`${url}${hubPaths.rooms}`, { title, agenda });
		return new Instructor(url, answer as CreatedRoom);
	}

	/** Gives the command's id, which is also that of the poll it opens. */
	async command(command: RoomCommand): Promise<string> {
		const id = randomId();
		await post(`${this.url}${hubPaths.commands(this.room.code)}`, { id, command }, this.room.instructorKey);
		return id;
	}

	async view(): Promise<InstructorView> {
		const response = await fetch(`${this.url}${hubPaths.view(this.room.code)}`, {
			headers: authorization(this.room.instructorKey),
		});
		const message = (await response.json()) as Extract<HubMessage, { type: "view" }>;
		return message.view as InstructorView;
	}

	/** The only learner's row of the board. */
	async row() {
		return Object.values((await this.view()).learners)[0];
	}
}

async function post(address: string, body: unknown, secret?: string): Promise<unknown> {
	const response = await fetch(address, {
		method: "POST",
		headers: { "content-type": "application/json", ...(secret && authorization(secret)) },
		body: JSON.stringify(body),
	});
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(`${address}: ${JSON.stringify(answer)}`);
	return answer;
}
