import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { RawRequest } from "@/lib/sandbox/agent-protocol";
import type { SnapshotManifest } from "@/lib/sandbox/machines/webcontainer/manifest";
import { generate } from "@/scripts/generate/run";
import { ROOT } from "@/scripts/root";
import { makeSnapshot, presentSnapshot } from "@/scripts/snapshot/make";
import { type ContainerApp, openContainerApp } from "@/tests/conformance/webcontainer-host/app";

/*
 * The real @webcontainer/api in a real browser, the snapshot as it is served, a real `next dev --webpack` on a Node.js
 * whose AsyncLocalStorage is broken as in a WebContainer (see ../conformance/webcontainer-host).
 */
const VISITORS = 50;

const FILES = {
	"app/own/page.tsx": `
		import { cookies } from "next/headers";
		import { Suspense } from "react";
		const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
		async function own() { await null; return (await cookies()).get("user")?.value ?? "none"; }
		async function* parts() { try { yield await own(); await later(2); yield await own(); } finally { await own(); } }
		async function Late() { await later(5); return <i>{await own()}</i>; }
		export default async function Page() {
			const seen = [await own(), ...(await Promise.all([own(), later(3).then(own)]))];
			for await (const part of parts()) seen.push(part);
			return <main><b>{seen.join()}</b><Suspense fallback="…"><Late /></Suspense></main>;
		}`,
	"app/form/page.tsx": `
		import { revalidatePath } from "next/cache";
		import { cookies } from "next/headers";
		import { redirect } from "next/navigation";
		export default function Page() {
			const captured = "captured";
			async function save(data: FormData) {
				"use server";
				(await cookies()).set("name", captured + " " + data.get("name"));
				revalidatePath("/own");
				redirect("/own");
			}
			return <form action={save}><input name="name" /></form>;
		}`,
	"app/word/page.tsx": "export default function Page() { return <b>first</b>; }",
};

let snapshot: SnapshotManifest;
beforeAll(async () => {
	await generate(ROOT, { log: () => {} });
	snapshot = (await presentSnapshot(ROOT)) ?? (await makeSnapshot(ROOT, { quick: true }));
});

async function ask(app: ContainerApp, request: RawRequest) {
	const { status, headers, body } = await app.runner.request({ timeoutMs: 110_000, ...request });
	const one = (name: string) =>
		headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
	return { status, header: one, html: Buffer.from(body, "base64").toString("utf8") };
}
const get = (app: ContainerApp, path: string, user = "none") =>
	ask(app, { method: "GET", path, headers: [["cookie", `user=${user}`]] });

/** What Next.js says in the page of an error. */
const problemOf = (html: string) => /"err":\{.*?"message":("(?:[^"\\]|\\.)*")/.exec(html)?.[1] ?? null;

describe("Next.js in a WebContainer, with our async context", () => {
	let app: ContainerApp;
	beforeAll(async () => {
		app = await openContainerApp({ root: ROOT, snapshot, files: FILES });
	});
	afterAll(() => app?.close());

	it("has an address for the browser by the time it is ready", async () => {
		const url = app.runner.previewUrl();
		expect(url).toMatch(/^http:\/\/localhost:\d+$/);
		expect((await fetch(`${url}/word`)).status).toBe(200);
	});

	it("shows each of fifty visitors at once their own cookie", async () => {
		const own = await get(app, "/own");
		expect({ status: own.status, problem: problemOf(own.html) }).toEqual({ status: 200, problem: null });
		expect(own.html).toContain("none,none,none,none,none");
		const users = Array.from({ length: VISITORS }, (_, index) => `user${index}`);
		const pages = await Promise.all(users.map(async (user) => (await get(app, "/own", user)).html));
		const right = pages.filter((html, index) => {
			const user = users[index]!;
			return html.includes(`<b>${Array(5).fill(user).join()}</b>`) && html.includes(`<i>${user}</i>`);
		});
		expect(right).toHaveLength(VISITORS);
	});

	it("runs an action of a form: its closure, a cookie, revalidation and a redirect", async () => {
		const { html } = await get(app, "/form");
		const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
			([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')] as const,
		);
		expect(fields.length).toBeGreaterThan(0);
		const form = new FormData();
		for (const [name, value] of [...fields, ["name", "Ada"] as const]) form.append(name, value);
		const encoded = new Response(form);
		const answer = await ask(app, {
			method: "POST",
			path: "/form",
			headers: [["content-type", encoded.headers.get("content-type") ?? ""]],
			body: Buffer.from(await encoded.arrayBuffer()).toString("base64"),
		});
		expect(answer.status).toBe(303);
		expect(answer.header("location")).toEqual([expect.stringMatching(/\/own$/)]);
		expect(answer.header("set-cookie").join()).toContain("name=captured%20Ada");
	});

	it("shows an edit, a syntax error with its place, and its mending", async () => {
		const write = (text: string) => app.runner.apply({ write: { "app/word/page.tsx": text }, remove: [] });
		const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 100_000, interval: 200 });
		await write("export default function Page() { return <b>second</b>; }");
		await until(async () => expect((await get(app, "/word")).html).toContain("<b>second</b>"));
		await write("export default function Page() { return <b>third; }");
		await until(async () => expect((await get(app, "/word")).status).toBe(500));
		expect(app.runner.logs().some(({ text }) => text.includes("app/word/page.tsx"))).toBe(true);
		await write("export default function Page() { return <b>fourth</b>; }");
		await until(async () => expect((await get(app, "/word")).html).toContain("<b>fourth</b>"));
	});

	it("looks for no compiler elsewhere and has nothing to warn of", () => {
		const log = app.runner.logs().map(({ text }) => text);
		expect(log.filter((line) => /download|@next\/swc|not installed|registry/i.test(line))).toEqual([]);
	});
});

describe("Next.js in a WebContainer, with our async context switched off", () => {
	it("stops with its invariant", async () => {
		const app = await openContainerApp({
			root: ROOT,
			snapshot,
			files: FILES,
			environment: { ASYNC_CONTEXT: "native" },
		});
		try {
			const { status, html } = await get(app, "/own", "user1");
			expect(status).toBe(500);
			const log = app.runner.logs().map(({ text }) => text);
			expect(`${log.join("\n")}\n${html}`).toContain("Expected workStore to be initialized");
		} finally {
			await app.close();
		}
	});
});
