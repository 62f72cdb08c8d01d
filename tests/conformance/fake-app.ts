import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BaseApp } from "@/lib/lessons/types";
import { type FileTree, hashTree } from "@/lib/sandbox/files";

/** A base app of a few bytes with {@link file://./fake-agent.mjs} in the agent's place. */
export async function fakeBase(more: FileTree = {}): Promise<BaseApp> {
	const agent = await readFile(path.join(import.meta.dirname, "fake-agent.mjs"), "utf8");
	const files = {
		"package.json": '{"private":true}',
		"app/page.tsx": "export default () => null;\n",
		".sandbox/agent.mjs": agent,
		...more,
	};
	return { files, hash: hashTree(files) };
}
