import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { hashTree } from "@/lib/sandbox/files";
import { readBaseApp } from "./base-app";

let root: string;

async function put(file: string, content: string | Uint8Array = file): Promise<void> {
	const place = path.join(root, file);
	await mkdir(path.dirname(place), { recursive: true });
	await writeFile(place, content);
}

beforeEach(async () => {
	root = await mkdtemp(path.join(tmpdir(), "base-app-"));
	onTestFinished(() => rm(root, { recursive: true }));
	await put("sandbox-templates/next-app/package.json");
	await put("sandbox-templates/next-app/app/[id]/page.tsx");
	await put("sandbox-templates/next-app/.sandbox/version.ts");
	await put(".generated/agent/agent.mjs");
	await put(".generated/agent/recorder.cjs");
	await put(".generated/bridge/bridge-core.js");
	await put(".generated/bridge/user-events.js");
});

it("reads the template and puts the built files where a machine expects them", async () => {
	const base = await readBaseApp(root);
	expect(base.files).toEqual({
		"package.json": "sandbox-templates/next-app/package.json",
		"app/[id]/page.tsx": "sandbox-templates/next-app/app/[id]/page.tsx",
		".sandbox/version.ts": "sandbox-templates/next-app/.sandbox/version.ts",
		".sandbox/agent.mjs": ".generated/agent/agent.mjs",
		".sandbox/recorder.cjs": ".generated/agent/recorder.cjs",
		".sandbox/bridge-core.js": ".generated/bridge/bridge-core.js",
		"public/__sandbox/user-events.js": ".generated/bridge/user-events.js",
	});
	expect(base.hash).toBe(hashTree(base.files));
});

it("leaves out what tools leave behind", async () => {
	const before = await readBaseApp(root);
	for (const file of [
		"node_modules/x/index.js",
		".next/build",
		"next-env.d.ts",
		"tsconfig.tsbuildinfo",
		".DS_Store",
	])
		await put(`sandbox-templates/next-app/${file}`);
	expect(await readBaseApp(root)).toEqual(before);
});

it("names the file that is missing, and how to make it", async () => {
	await rm(path.join(root, ".generated/bridge/bridge-core.js"));
	await expect(readBaseApp(root)).rejects.toMatchObject({
		code: "start-failed",
		message: expect.stringMatching(/\.generated\/bridge\/bridge-core\.js.*npm run generate/),
	});
	await rm(path.join(root, "sandbox-templates"), { recursive: true });
	await expect(readBaseApp(root)).rejects.toMatchObject({
		message: expect.stringContaining("sandbox-templates"),
	});
});

it("names the file that is no text", async () => {
	await put("sandbox-templates/next-app/app/icon.png", new Uint8Array([0x89, 0x50, 0xff]));
	await expect(readBaseApp(root)).rejects.toThrow(
		"sandbox-templates/next-app/app/icon.png is not UTF-8 text",
	);
});
