import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileTree } from "@/lib/sandbox/files";
import type { Runner } from "@/lib/sandbox/runner";
import { createAgentRunner } from "@/lib/sandbox/runner/agent-runner";
import { filesBelow } from "@/scripts/files";
import generateAgent from "@/scripts/generate/agent";
import { createTestMachine } from "./test-machine";

/** The built agent with a production build of the base app beside it: one build for all tests, each costs 20 seconds. */

const root = process.cwd();
const TEMPLATE = "sandbox-templates/next-app";

const PAGE = `import { db } from "@/lib/db";
import { save } from "./actions";
import { Like } from "./like";

export default async function Page() {
	const notes = await db.message.findMany();
	return (
		<main>
			<p>notes: {notes.length}</p>
			<form action={save}><button>Save</button></form>
			<Like />
		</main>
	);
}
`;
const FILES: FileTree = {
	"app/page.tsx": PAGE,
	"app/actions.ts": `"use server";
import { revalidatePath } from "next/cache";
import { db } from "@/lib/db";
export async function save() {
	await db.message.create({ data: { name: "Ada", text: "new" } });
}
export async function show() {
	revalidatePath("/");
}
`,
	"app/like.tsx": `"use client";
import { like } from "@/lib/like";
export function Like() { return <button onClick={() => like()}>Like</button>; }
`,
	"lib/like.ts": `"use server";
export async function like() {}
export async function unused() {}
`,
	"app/(shop)/items/[id]/page.tsx": `export const dynamic = "force-dynamic";
export default function Page() { return <p>Item</p>; }
`,
	"app/api/hook/route.ts": `export function POST() { return new Response("ok"); }`,
	"data/seed.json": `{ "message": [{ "id": 1, "name": "Ada", "text": "from the seed" }] }`,
	".sandbox/bridge-core.js": "export {};",
	// Left by a `next dev` of an app that had one more page: of no concern to the build of this one.
	".next/dev/types/validator.ts": 'export type Gone = typeof import("../../../app/gone/page.js");',
};

let runner: Runner;
const lifetime = new AbortController();

beforeAll(async () => {
	await generateAgent.run(root);
	const paths = await filesBelow(join(root, TEMPLATE), ".");
	const base = paths.map((path) => [
		path.replace(/^\.\//, ""),
		readFileSync(join(root, TEMPLATE, path), "utf8"),
	]);
	const { machine } = await createTestMachine(root, { ...Object.fromEntries(base), ...FILES });
	runner = await createAgentRunner(machine, { label: "test", signal: lifetime.signal });
	await runner.start("production");
}, 300_000);

afterAll(async () => {
	await runner?.dispose();
});

const text = async (path: string) =>
	Buffer.from((await runner.request({ method: "GET", path })).body, "base64").toString();
const notes = async () => (await text("/")).match(/notes: (?:<!-- -->)?(\d+)/)?.[1];

async function call(name: string): Promise<number> {
	const { actions } = await runner.readBuild();
	const { id } = actions.find((action) => action.name === name)!;
	const headers: [string, string][] = [
		["next-action", id],
		["content-type", "text/plain;charset=UTF-8"],
		["origin", runner.previewUrl()!],
	];
	const body = Buffer.from("[]").toString("base64");
	return (await runner.request({ method: "POST", path: "/", headers, body })).status;
}

describe("a production build of the base app", { timeout: 120_000 }, () => {
	test("is read: routes and their kinds, actions that have an endpoint, the id, the log", async () => {
		const build = await runner.readBuild();
		expect(build).toMatchObject({ mode: "production", buildId: expect.stringMatching(/^[\w-]{10,}$/) });
		expect(build.routes).toEqual([
			{ path: "/", kind: "static" },
			{ path: "/api/hook", kind: "handler" },
			{ path: "/items/[id]", kind: "dynamic" },
		]);
		const id = expect.stringMatching(/^[0-9a-f]{42}$/);
		expect(build.actions).toEqual([
			{ id, name: "save", file: "app/actions.ts", endpointOf: ["/"] },
			{ id, name: "show", file: "app/actions.ts", endpointOf: ["/"] },
			{ id, name: "like", file: "lib/like.ts", endpointOf: ["/"] },
		]);
		expect(build.log).toContain("Compiled successfully");
		expect(build.log).toMatch(/ƒ \/items\/\[id\]/);
	});

	test("reads an id that calls its action", async () => {
		expect(await call("save")).toBe(200);
		expect((await runner.readData()).message).toHaveLength(2);
	});

	test("after a reset its prerendered pages are as a build over that data leaves them", async () => {
		await runner.resetData();
		expect(await call("save")).toBe(200);
		// Nothing was revalidated, and nobody had asked for the page before: the prerendered one it must be.
		expect(await notes()).toBe("1");
		expect(await call("show")).toBe(200);
		expect(await notes()).toBe("2");
		await runner.resetData({ message: [] });
		expect(await notes()).toBe("0");
		expect(runner.exchanges().filter(({ initiator }) => initiator === "preview")).toEqual([]);
	});

	test("a build that fails says so, and that it was the build", async () => {
		await runner.apply({ write: { "app/page.tsx": "export default (" }, remove: [] });
		await expect(runner.restart("production")).rejects.toMatchObject({
			code: "start-failed",
			message: expect.stringContaining("The production build failed."),
		});
		expect(runner.next).toMatchObject({ state: "exited", mode: "production", building: true });
		await expect(runner.readBuild()).rejects.toMatchObject({ code: "not-running" });
	});
});
